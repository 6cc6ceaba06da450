"""Words of news English that stand for one another when a story is told again: a small thesaurus, one group a line.

The table was written by hand for this project from common knowledge. It is coarse on purpose: that two texts both speak
of somebody dying, or of a vehicle, is weak evidence of dependence, and only many such agreements together count.
"""

from typing import Final

GROUPS: Final = """
police detective officer constable policeman policemen sheriff gendarme cop patrol
investigate investigator inquiry enquiry probe investigation examiner
explode explosion blast bomb bombing detonate detonation detonator blew blown charge explosive boom
kill killed death dead die died dying lives fatal fatality perish slain slay toll deadly lethal killing
murder assassinate assassination homicide murderer
wound injure injury injured wounded hurt maim casualty bandage
find found discover discovery unearth recover recovered locate finding uncover
missing vanish vanished disappear lost trace
fire burn burned burnt blaze flame inferno ablaze fires alight
fall fell fallen drop dropped plunge dropping falling tumble
crash crashed wreck wreckage collide collision collided smash
sink sank sunk founder sinking capsize capsized overturn
ship vessel boat ferry trawler steamer liner freighter tanker cruiser battleship craft hull
aircraft plane aeroplane airplane airliner jet jumbo airliners aviation airborne helicopter
soldier troop trooper military army servicemen serviceman conscript infantry corporal sergeant
navy naval marine admiral fleet sailor seaman crew crewman
diver frogman frogmen divers dive scuba
leader chief head heads boss chairman headed leadership ruler president premier
minister ministry minister's secretary department
spokesman spokeswoman spokesperson spokespeople
deny denied denial reject rejected disclaim dismiss disavow refute contradict rebut repudiate
lie false fiction fabricate fabrication invention invent nonsense untrue falsehood hoax lying bogus fake
claim claimed allege alleged allegation assert assertion maintain contend insist
believe believed think thought suspect suspicion suspected suppose presume assume reckon convinced certain feel
blame blamed accuse accusation accused responsible responsibility culprit guilty guilt fault culpable
arrest arrested detain detained custody jailed jail locked prison imprison apprehend
weapon arms gun rifle pistol firearm
missile rocket projectile shell round warhead
mortar launcher launch launched fired artillery howitzer battery shelling
mine mined laid lay plant planted place placed torpedo colliery pit
shoot shot shooting gunfire gunman gunmen
secret confidential hidden classified undisclosed conceal clandestine covert withheld
document paper file report dossier memo memorandum record
witness eyewitness onlooker bystander watched
villager resident inhabitant local townspeople neighbour neighbor
survive survivor survived alive escaped
relative family relation nephew cousin uncle brother son daughter kin
wife husband spouse widow partner
friend acquaintance companion
driver chauffeur motorist
lawyer attorney counsel solicitor barrister defender advocate
doctor physician medic surgeon nurse hospital clinic
worker employee staff personnel labourer workman payroll
owner own owns belong belongs property proprietor
firm company corporation business enterprise studio
manager management executive director bosses
strike striker strikers walkout stoppage
union unions labour labor
car vehicle automobile van sedan
lorry truck wagon
train railway rail locomotive express
telephone phone mobile handset call called ring rang caller cellphone cell
computer machine system server network terminal laptop
malware virus program software worm wiper code
hack hacker hacked intrusion breach broke intruder
steal stolen theft stole thief thieves loot haul robbed rob burglar burglary break-in swipe
bag suitcase knapsack rucksack backpack luggage baggage holdall
garage premises building shed warehouse depot store warehouseman storeman
house home flat apartment residence dwelling
street road avenue lane
money cash dollar pound euro sum crown prize reward
pay paid payment wage salary
letter note message telegram mail email
newspaper paper journal daily weekly gazette tabloid
broadcast broadcaster television radio station channel
source informant insider whistleblower
anonymous unnamed nameless
proof evidence prove proved proven indication sign
reveal disclose disclosed revelation announce announcement announced made public publish
conclude conclusion concluded determined
drill exercise manoeuvre maneuver manoeuvres maneuvers
pipe pipeline line link pipelines duct
gas fuel oil petrol
harbour harbor port quay dock pier
water sea ocean
camp post outpost base barracks garrison
trench line front frontline position
battle fight fighting clash combat firefight skirmish
attack assault raid strike onslaught struck offensive
enemy hostile foe adversary
radio wireless
wrong mistaken mistake error erroneous incorrect
number figure coordinate figures tally count total
shake tremor quake earthquake rattled
massacre bloodbath slaughter carnage killings
market marketplace bazaar stall bourse exchange
envoy ambassador diplomat diplomatic
decide decision decided go-ahead approve approved approval order ordered authorise authorize authorisation
month year months years
comment statement remark declined respond reply replied answer
angry anger fury outrage furious
fear afraid frightened scared worry
warn warning warned caution
threat threaten threatened menace
plan planned plot plotted planning scheme conspiracy conspire
carry carried execute execution commit committed perpetrate perpetrator transport conveyed
group organisation organization movement party militia faction outfit body
fighter militant guerrilla rebel insurgent gunman extremist partisan
special elite commando
weather calm wind wave storm
door gate doors hatch entrance
passenger aboard board onboard traveller passengers
rescue rescued saved save pulled picked
search searched looking seek sought hunt comb
examine examined inspect inspection examination study studied analyse analysis analyze
expert specialist analyst scientist engineer
guard watchman security sentry guards
match matched fits fit profile portrait
buy bought purchase purchased acquire
sell sold sale
build builder construct construction constructor
contract deal tender bid offer agreement
election vote ballot poll electoral voter
opposition challenger opponent rival dissident
government regime authority administration authorities cabinet
court tribunal judge trial
protest demonstrate demonstrator rally protester march
evening night tonight
morning dawn daybreak
afternoon noon midday
yesterday today
week fortnight
aim target targeted
damage destroyed destroy destruction devastate ruin wrecked
leak leaked leaking
poison poisoned toxic toxin nerve venom
ill sick unwell illness
child children boy girl youngster
woman women lady female
man men male
young youth youthful
big large huge great enormous
small little tiny
begin began begun start started
end ended finish finished stop stopped
leave left depart departed
arrive arrived reach reached
send sent dispatch
take took taken seize seized confiscate confiscated
give gave given hand handed
bring brought
open opened
close closed shut
help helped aid assist assistance
talk spoke speak speech
meet met meeting
see saw seen notice noticed spotted spot
know knew known aware unaware ignorance
remember recall recalled
refuse refused unwilling
admit admitted confess confessed acknowledge concede
promise promised pledge vow
sympathy condolence condolences sorrow
accident accidental mishap mischance
deliberate purpose purposely intentional intentionally deliberately intent
sabotage saboteur sabotaged
behind rear
show showed shown demonstrate
request beg begged asked plead
hard difficult
spy agent intelligence espionage agents spies
drone unmanned quadcopter uav
flood flooded inundate flooding deluge
evacuate evacuated evacuation flee fled
tower mast
bridge viaduct
wall fence
insurance insurer underwriter insurers
work working shift roster duty
hostage captive kidnap abduct kidnapped abducted
empty vacant bare deserted
lonely lone solitary alone
similar like resemble alike likewise akin
earlier previous before prior former past
rumour rumor gossip hearsay
deadline ultimatum
choose chose chosen picked pick select selected
cut severed sever slice sawn
lock padlock bolt latch
box carton crate container package parcel chest
light flash flare glow
hear heard sound noise bang
engine motor
hole crater pit gap
girlfriend boyfriend lover fiancee
foul treachery treason betray traitor betrayal
praise hail celebrate hero feted
rich wealthy
near close vicinity adjacent
fast rapid quick swift speed
dam reservoir barrage embankment dyke levee
boiler furnace kiln turbine
acquit exonerate absolve cleared innocent innocence
convict convicted convicts conviction sentenced
charge charged indict indictment prosecute prosecution prosecutor
guess speculate speculation conjecture surmise
surprise shock shocked astonish stunned amazed
happen happened occur occurred incident event occurrence affair
reason cause caused motive grounds
result outcome consequence aftermath effect
try tried attempt attempted effort bid
want wanted wish desire intend
need needed require required necessary
allow allowed permit permitted let
forbid forbidden ban banned prohibit barred outlaw
force forced compel compelled coerce
agree agreed consent accept accepted
disagree dispute disputed quarrel row argue argument feud
complain complaint grievance object objection
criticise criticize critic condemn condemned denounce
support supporter backed backing endorse advocate
resign resigned quit stepped resignation
sack sacked fired dismissal ousted oust
appoint appointed nominate
increase rise rose risen climb climbed grow grew soar
decrease decline fell reduce reduced shrink dwindle
hundred hundreds
thousand thousands
half halves
third thirds
quarter quarters
couple pair
country nation state homeland
foreign overseas abroad alien
border frontier boundary
city town municipal
village hamlet settlement
capital metropolis
region province district area county
mountain hill peak ridge slope
river stream creek canal
forest wood woods woodland
field meadow farmland pasture
farm farmer grower peasant
north northern
south southern
east eastern
west western
coast shore beach shoreline seaside
island isle islet
desert dune
sky heaven
rain raining rainfall downpour drizzle
snow blizzard ice icy frost frozen freeze
fog mist haze foggy
hurricane cyclone typhoon tornado
landslide mudslide avalanche
volcano eruption erupt
collapse collapsed cave caved gave crumble crumbled
rubble debris remains fragment fragments wreckage ruins
roof ceiling
floor storey story
basement cellar
window pane glass
stair stairs staircase steps
wire cable wiring
electric electricity power current
blackout outage
pump valve tap
chemical substance compound agent
gasoline kerosene diesel
smoke fume fumes soot
smell odour odor stench
metal steel iron
stone rock boulder
gold silver jewel jewellery jewelry gem diamond
painting picture canvas portrait artwork masterpiece
museum gallery exhibition
church cathedral chapel
mosque temple shrine
priest pastor vicar clergyman clergy bishop
pope pontiff
king queen monarch sovereign royal
prince princess
throne crown
school college university academy
pupil student schoolchildren schoolboy schoolgirl
teacher professor lecturer
book volume
film movie footage video clip recording
photo photograph picture image snapshot
camera cctv
tape recorded recording
website site internet online web
password credential credentials
data information database
code cipher key
software application
electronic digital cyber
bank lender
loan credit debt
tax levy duty
price cost
trade commerce trading merchant dealer
factory plant mill works
miner pitman
track rails
station terminus depot
airport airfield runway airbase
pilot captain aviator cockpit
flight flying flew flown
land landed landing touch
take-off takeoff
altitude height feet
signal signals alarm alert siren
distress mayday sos
bus coach minibus
bicycle bike cyclist motorcycle motorbike
tyre tire wheel
brake brakes
road highway motorway
tunnel underpass subway underground
passport visa
disguise mask masked hooded
knife blade dagger stab stabbed
club baton
bullet cartridge ammunition rounds
tank armour armored armoured
uniform fatigues camouflage
general commander commanding commandant
colonel major captain lieutenant officer
base headquarters
truce ceasefire armistice
peace peaceful
war conflict hostilities
treaty accord pact
talks negotiation negotiations negotiate negotiator
summit conference
parliament assembly legislature senate congress
law legislation statute act
lawmaker deputy senator congressman legislator parliamentarian
vote voted voting ballot
candidate contender runner
campaign electioneering
party bloc faction
coalition alliance
ally allied allies partner
coup putsch takeover
revolution uprising revolt insurrection
democracy democratic
dictator strongman autocrat
corrupt corruption bribe bribery graft kickback
fraud swindle cheat cheated
tamper tampered meddle manipulate manipulated rig rigged
smuggle smuggled contraband smuggler
drug narcotics heroin cocaine
alcohol drunk drunken drink
victim victims casualties
body corpse bodies cadaver
grave burial buried funeral bury
autopsy postmortem pathologist coroner
blood bleed bleeding
head skull
hand arm wrist
leg foot knee
eye eyes sight
face cheek
disease epidemic outbreak plague infection infected virus
cure treat treated treatment therapy
laboratory lab laboratories
sample specimen swab trace traces
test tested testing
vaccine vaccinate jab
food meal dish
eat ate eaten dine dined dinner supper lunch
drink drank
garbage rubbish waste trash
animal beast livestock cattle
horse mare stallion
dog hound
bird flock
tree trees trunk
nobody none no-one
somebody someone
everyone everybody
clear obvious evident plain
strange odd peculiar unusual
dangerous risky perilous danger peril hazard
safe safety secure
strong powerful mighty
weak feeble
heavy weighty
new fresh recent latest
first initial
last final latest
start outset
sudden abrupt
silent silence quiet mute
dark darkness
red scarlet crimson
careful caution cautious
careless negligent negligence reckless
shut sealed seal
watch watched observe observed monitor monitored surveillance
follow followed tail shadowed shadow trailed
hide hid hidden concealed hiding
escape escaped
chase pursue pursued pursuit hunt
crowd mob throng
gather gathered assemble congregate
join joined
travel travelled journey trip voyage crossing
visit visited
walk walked stroll
run ran
throw threw thrown hurl hurled toss
hit struck strike
push pushed shove
pull pulled drag dragged haul
lift lifted raise raised hoist
hold held
load cargo freight loaded shipment
deliver delivered delivery
receive received get got obtain
write wrote written
sign signed signature
speak spokesman
listen eavesdrop tap tapped intercept wiretap bug bugged overheard
cry shout shouted yell scream screamed
laugh joke mocked mock ridicule scorn
weep wept tears
hope hoped
expect expected anticipate forecast predict
wait awaited
delay delayed postpone postponed
cancel cancelled scrap scrapped
repeat repeated reiterate
continue continued
return returned
explain explained explanation account
describe described depict
mean meant
consider considered regard weigh weighing
doubt doubtful sceptical skeptical
mystery puzzle riddle enigma
truth true fact
innocent harmless
stress underline emphasise emphasize
suggest hint imply
demand call urge urged appeal
propose proposal offer offered
gift present donation donate
debt owe owed
win won victory triumph
lose loss defeat
compete competition contest
game match
player athlete footballer
stadium arena ground
coach trainer
team squad crew
"""
