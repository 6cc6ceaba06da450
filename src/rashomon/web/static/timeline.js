// Dragging over the picture chooses a range; where one lets go, the page of that range is opened.
const picture = document.querySelector("svg[data-brush]");
const LEAST = 4;

if (picture) {
  const brush = picture.querySelector(".brush");
  const { begin, end, left, right, address } = picture.dataset;
  let from = null;
  let dragged = false;

  const place = (event) => {
    const point = new DOMPoint(event.clientX, event.clientY).matrixTransform(picture.getScreenCTM().inverse());
    return Math.max(Number(left), Math.min(Number(right), point.x));
  };
  const moment = (x) => {
    const share = (x - left) / (right - left);
    return `${new Date(Number(begin) + share * (end - begin)).toISOString().slice(0, 16)}Z`;
  };
  const draw = (x) => {
    brush.setAttribute("x", Math.min(from, x));
    brush.setAttribute("width", Math.abs(x - from));
  };
  const stop = () => {
    from = null;
    brush.setAttribute("width", 0);
  };

  picture.addEventListener("pointerdown", (event) => {
    if (event.button || event.pointerType === "touch") return;
    from = place(event);
    dragged = false;
  });
  picture.addEventListener("pointermove", (event) => {
    if (from === null) return;
    const x = place(event);
    if (!dragged && Math.abs(x - from) < LEAST) return;
    if (!dragged) picture.setPointerCapture(event.pointerId);
    dragged = true;
    draw(x);
  });
  picture.addEventListener("pointerup", (event) => {
    if (from === null || !dragged) return stop();
    const [first, last] = [from, place(event)].sort((one, other) => one - other);
    const target = new URL(address, location.href);
    target.searchParams.set("from", moment(first));
    target.searchParams.set("to", moment(last));
    stop();
    location.assign(target);
  });
  picture.addEventListener("pointercancel", stop);
  picture.addEventListener("dragstart", (event) => event.preventDefault());
  picture.addEventListener("click", (event) => dragged && event.preventDefault(), true);
}
