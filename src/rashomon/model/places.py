"""The world's states by the words that stand for them: names, capitals, demonyms and seats of power.

The table was written by hand for this project from common knowledge and public-domain facts (UN member and observer
states, and a few disputed ones with a government of their own); it takes no side on recognition. A row reads
`name | capitals | demonyms | other names | seats and bodies that stand for it`. Only as a speaker or actor does a
capital mean the state: callers decide that; the functions here only say which state a word may stand for.
"""

import re
from functools import lru_cache
from types import MappingProxyType
from typing import Final

STATES_TABLE: Final = """
Afghanistan|Kabul|Afghan||Taliban
Albania|Tirana|Albanian
Algeria|Algiers|Algerian
Andorra|Andorra la Vella|Andorran
Angola|Luanda|Angolan
Antigua and Barbuda|St. John's|Antiguan
Argentina|Buenos Aires|Argentine,Argentinian||Casa Rosada
Armenia|Yerevan|Armenian
Australia|Canberra|Australian||ASIO
Austria|Vienna|Austrian||Ballhausplatz
Azerbaijan|Baku|Azerbaijani,Azeri
Bahamas|Nassau|Bahamian
Bahrain|Manama|Bahraini
Bangladesh|Dhaka|Bangladeshi
Barbados|Bridgetown|Barbadian
Belarus|Minsk|Belarusian,Belarussian|Byelorussia
Belgium||Belgian
Belize|Belmopan|Belizean
Benin|Porto-Novo,Cotonou|Beninese
Bhutan|Thimphu|Bhutanese
Bolivia|La Paz,Sucre|Bolivian
Bosnia and Herzegovina|Sarajevo|Bosnian|Bosnia
Botswana|Gaborone|Botswanan
Brazil|Brasilia,Brasília|Brazilian||Planalto
Brunei|Bandar Seri Begawan|Bruneian
Bulgaria|Sofia|Bulgarian
Burkina Faso|Ouagadougou|Burkinabe
Burundi|Bujumbura,Gitega|Burundian
Cambodia|Phnom Penh|Cambodian
Cameroon|Yaounde,Yaoundé|Cameroonian
Canada|Ottawa|Canadian||RCMP,CSIS
Cape Verde|Praia|Cape Verdean|Cabo Verde
Central African Republic|Bangui|Central African
Chad|N'Djamena|Chadian
Chile|Santiago|Chilean||La Moneda
China|Beijing,Peking|Chinese|People's Republic of China,PRC|Zhongnanhai,PLA,People's Liberation Army
Colombia|Bogota,Bogotá|Colombian
Comoros|Moroni|Comoran
Congo|Brazzaville|Congolese|Republic of the Congo
Democratic Republic of the Congo|Kinshasa||DR Congo,DRC,Zaire
Costa Rica|San José|Costa Rican
Croatia|Zagreb|Croatian,Croat
Cuba|Havana|Cuban
Cyprus|Nicosia|Cypriot
Czech Republic|Prague|Czech|Czechia
Denmark|Copenhagen|Danish,Dane
Djibouti||Djiboutian
Dominica|Roseau|
Dominican Republic|Santo Domingo|Dominican
Ecuador|Quito|Ecuadorian,Ecuadorean
Egypt|Cairo|Egyptian
El Salvador|San Salvador|Salvadoran,Salvadorean
Equatorial Guinea|Malabo|Equatoguinean
Eritrea|Asmara|Eritrean
Estonia|Tallinn|Estonian
European Union|Brussels||EU,E.U.|European Commission
Eswatini|Mbabane|Swazi|Swaziland
Ethiopia|Addis Ababa|Ethiopian
Fiji|Suva|Fijian
Finland|Helsinki|Finnish,Finn
France|Paris|French,Frenchman,Frenchmen||Elysee,Elysée,Élysée,Elysee Palace,Élysée Palace,Quai d'Orsay,\
Matignon,DGSE,DGSI
Gabon|Libreville|Gabonese
Gambia|Banjul|Gambian
Georgia|Tbilisi|Georgian
Germany|Berlin|German|Federal Republic of Germany|Bundestag,Bundeswehr,BND
East Germany|East Berlin|East German|GDR,German Democratic Republic|Stasi
Ghana|Accra|Ghanaian
Greece|Athens|Greek
Grenada|St. George's|Grenadian
Guatemala|Guatemala City|Guatemalan
Guinea|Conakry|Guinean
Guinea-Bissau|Bissau|Bissau-Guinean
Guyana|Georgetown|Guyanese
Haiti|Port-au-Prince|Haitian
Honduras|Tegucigalpa|Honduran
Hungary|Budapest|Hungarian
Iceland|Reykjavik,Reykjavík|Icelandic,Icelander
India|New Delhi,Delhi|Indian
Indonesia|Jakarta|Indonesian
Iran|Tehran,Teheran|Iranian|Islamic Republic of Iran,Islamic Republic,Persia|IRGC,\
Revolutionary Guard,Revolutionary Guards
Iraq|Baghdad|Iraqi
Ireland|Dublin|Irish,Irishman,Irishmen|Republic of Ireland|Garda,Gardai,Gardaí
Israel|Jerusalem,Tel Aviv|Israeli||IDF,Mossad,Knesset,Shin Bet
Italy|Rome|Italian||Quirinale,Palazzo Chigi
Ivory Coast|Yamoussoukro,Abidjan|Ivorian|Côte d'Ivoire,Cote d'Ivoire
Jamaica|Kingston|Jamaican
Japan|Tokyo|Japanese
Jordan|Amman|Jordanian
Kazakhstan|Astana|Kazakh,Kazakhstani
Kenya|Nairobi|Kenyan
Kiribati|Tarawa|
Kosovo|Pristina|Kosovar,Kosovan
Kuwait|Kuwait City|Kuwaiti
Kyrgyzstan|Bishkek|Kyrgyz
Laos|Vientiane|Laotian
Latvia|Riga|Latvian
Lebanon|Beirut|Lebanese
Lesotho|Maseru|Basotho
Liberia|Monrovia|Liberian
Libya|Tripoli|Libyan
Liechtenstein|Vaduz|
Lithuania|Vilnius|Lithuanian
Luxembourg||Luxembourgish
Madagascar|Antananarivo|Malagasy
Malawi|Lilongwe|Malawian
Malaysia|Kuala Lumpur,Putrajaya|Malaysian
Maldives|Malé|Maldivian
Mali|Bamako|Malian
Malta|Valletta|Maltese
Marshall Islands|Majuro|Marshallese
Mauritania|Nouakchott|Mauritanian
Mauritius|Port Louis|Mauritian
Mexico|Mexico City|Mexican
Micronesia|Palikir|Micronesian
Moldova|Chisinau,Chișinău,Kishinev|Moldovan
Monaco||Monegasque
Mongolia|Ulaanbaatar,Ulan Bator|Mongolian
Montenegro|Podgorica|Montenegrin
Morocco|Rabat|Moroccan
Mozambique|Maputo|Mozambican
Myanmar|Naypyidaw,Rangoon,Yangon|Burmese|Burma|Tatmadaw
Namibia|Windhoek|Namibian
Nauru|Yaren|Nauruan
Nepal|Kathmandu|Nepali,Nepalese
Netherlands|The Hague,Amsterdam|Dutch,Dutchman|Holland|AIVD,MIVD
New Zealand|Wellington|New Zealander
Nicaragua|Managua|Nicaraguan
Niger|Niamey|Nigerien
Nigeria|Abuja|Nigerian
North Korea|Pyongyang|North Korean|DPRK
North Macedonia|Skopje|Macedonian|Macedonia
Norway|Oslo|Norwegian
Oman|Muscat|Omani
Pakistan|Islamabad|Pakistani||ISI,Rawalpindi
Palau|Ngerulmud|Palauan
Palestine|Ramallah|Palestinian|Palestinian Authority
Panama|Panama City|Panamanian
Papua New Guinea|Port Moresby|Papuan
Paraguay|Asuncion,Asunción|Paraguayan
Peru|Lima|Peruvian
Philippines|Manila|Filipino,Philippine||Malacañang,Malacanang
Poland|Warsaw|Polish,Pole||Sejm
Portugal|Lisbon|Portuguese
Qatar|Doha|Qatari
Romania|Bucharest|Romanian
Russia|Moscow|Russian|Russian Federation,Russie,Rossiya|Kremlin,FSB,GRU,SVR,Lubyanka,Duma,State Duma,Rosgvardia
Rwanda|Kigali|Rwandan
Saint Kitts and Nevis|Basseterre|Kittitian
Saint Lucia|Castries|St. Lucian
Saint Vincent and the Grenadines|Kingstown|Vincentian
Samoa|Apia|Samoan
San Marino||Sammarinese
Sao Tome and Principe|São Tomé|Santomean
Saudi Arabia|Riyadh|Saudi,Saudi Arabian|Kingdom of Saudi Arabia
Senegal|Dakar|Senegalese
Serbia|Belgrade|Serbian,Serb
Seychelles|Victoria|Seychellois
Sierra Leone|Freetown|Sierra Leonean
Singapore||Singaporean
Slovakia|Bratislava|Slovak,Slovakian
Slovenia|Ljubljana|Slovenian,Slovene
Solomon Islands|Honiara|Solomon Islander
Somalia|Mogadishu|Somali
South Africa|Pretoria,Cape Town|South African
South Korea|Seoul|South Korean|Republic of Korea,ROK|Blue House
South Sudan|Juba|South Sudanese
Soviet Union||Soviet|USSR,U.S.S.R.|KGB,Politburo
Spain|Madrid|Spanish,Spaniard||Moncloa,Guardia Civil
Sri Lanka|Colombo|Sri Lankan|Ceylon
Sudan|Khartoum|Sudanese
Suriname|Paramaribo|Surinamese
Sweden|Stockholm|Swedish,Swede||Säpo
Switzerland|Bern,Berne|Swiss
Syria|Damascus|Syrian||Assad regime
Taiwan|Taipei|Taiwanese
Tajikistan|Dushanbe|Tajik
Tanzania|Dodoma,Dar es Salaam|Tanzanian
Thailand|Bangkok|Thai
Timor-Leste|Dili|Timorese|East Timor
Togo|Lomé,Lome|Togolese
Tonga|Nuku'alofa|Tongan
Trinidad and Tobago|Port of Spain|Trinidadian
Tunisia|Tunis|Tunisian
Turkey|Ankara|Turkish,Turk|Türkiye,Turkiye
Turkmenistan|Ashgabat|Turkmen
Tuvalu|Funafuti|Tuvaluan
Uganda|Kampala|Ugandan
Ukraine|Kyiv,Kiev|Ukrainian||SBU,HUR,Bankova,Verkhovna Rada
United Arab Emirates|Abu Dhabi|Emirati|UAE,U.A.E.,Emirates
United Kingdom|London|British,Briton,Brit|UK,U.K.,Britain,Great Britain|Downing Street,No 10,Whitehall,Foreign Office,\
MI5,MI6,GCHQ,Scotland Yard,Home Office,NCSC
United States|Washington,Washington D.C.,Washington DC|American|US,U.S.,USA,U.S.A.,America,United States of America,\
the States|White House,Pentagon,State Department,FBI,CIA,NSA,NTSB,Capitol Hill,Langley,Foggy Bottom,CENTCOM,\
Justice Department,Homeland Security
Uruguay|Montevideo|Uruguayan
Uzbekistan|Tashkent|Uzbek
Vanuatu|Port Vila|
Vatican City||Vatican|Holy See,the Vatican
Venezuela|Caracas|Venezuelan||Miraflores
Vietnam|Hanoi|Vietnamese
Yemen|Sanaa,Sana'a,Aden|Yemeni
Zambia|Lusaka|Zambian
Zimbabwe|Harare|Zimbabwean
Yugoslavia||Yugoslav
Czechoslovakia||Czechoslovak
South Vietnam|Saigon|South Vietnamese
"""

_BODY_LIST: Final = """
ambassade city municipal regional region local public
administration admiralty adviser advisers advisor advisors affairs agencies agency agent agents aide aides air
aircraft aligned ambassador ambassadors armed army attorney authorities authority backed border bureau cabinet
chancellor chief chiefs coast coastguard command commander commanders commission committee congress consulate
counterintelligence covert defence defense delegation department deputy diplomat diplomats director directorate
directors eastern embassy emergencies emergency executive federal federation force forces foreign general
generals government governmental guard guards hackers head headquarters health home information intelligence
interior invaders investigators itself joint justice law lawmakers leader leaders leadership linked main many
marines mayor mayors member members military militia minister ministers ministry mission nation national navy
northern occupation occupiers occupying office officer officers offices official officials operatives parliament
party people permanent pilots point police presidency president presidential press prime prosecution prosecutor
prosecutors regime representative republic rulers secret secretary security senate senator senators senior
service services several side soldier soldiers some southern southwestern special spies spokesman spokesmen
spokesperson spokeswoman sponsored staff state states team teams themselves three top troops two undersecretary
unit units unnamed war western
"""
# Words that, beside a state's name, leave the phrase meaning that state: its bodies, its forces, its people in charge.
BODY_WORDS: Final = frozenset(_BODY_LIST.split())
_FILLER_LIST: Final = "a an the of for to in at on and or its his her their one own s by from de"
_FILLERS: Final = frozenset(_FILLER_LIST.split())
_QUOTES: Final = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "\u00a0": " "})


def _read_rows() -> dict[str, str]:
    """Return every name in the table, folded, with the state it stands for; the first row to claim a name keeps it."""
    names: dict[str, str] = {}
    for row in STATES_TABLE.split("\n"):
        state, *columns = row.split("|")
        for column in (state, *columns):
            for name in filter(None, column.split(",")):
                names.setdefault(_fold(name), state)
    for column, state in _demonyms():
        for demonym in filter(None, column.split(",")):
            names.setdefault(_fold(demonym) + "s", state)
    return names


def _demonyms() -> list[tuple[str, str]]:
    rows = (row.split("|") for row in STATES_TABLE.split("\n") if row.count("|") >= 2)
    return [(columns[2], columns[0]) for columns in rows]


def _fold(text: str) -> str:
    """Fold case, quotation marks and spaces; drop a leading article, a possessive and the dots of abbreviations."""
    folded = " ".join(text.translate(_QUOTES).casefold().split()).strip(" \"'.,;:()[]")
    folded = re.sub(r"\b((?:[a-z]\.){1,4}[a-z])\b\.?", lambda found: found[1].replace(".", ""), folded)
    folded = re.sub(r"'s?$", "", folded)
    return re.sub(r"^(?:the|an?) (?=\S)", "", folded)


def _read_seats() -> frozenset[str]:
    rows = (row.split("|") for row in STATES_TABLE.split("\n"))
    return frozenset(_fold(seat) for columns in rows for seat in "".join(columns[4:5]).split(",") if seat)


NAMES: Final = MappingProxyType(_read_rows())
# Names in the last column: they stand for one body of the state, and bodies of one state may disagree.
SEATS: Final = _read_seats()
_LONGEST: Final = max(len(re.split(r"[ -]", name)) for name in NAMES)
_WORD: Final = re.compile(r"(?:[A-Z]\.){2,}|[^\W\d_]+(?:['’](?!s\b)[^\W\d_]+)?")
_GAP: Final = re.compile(r"(?:['’]s)?\s|-|\.\s")


@lru_cache(maxsize=1 << 14)
def state_of(text: str) -> str | None:
    """Return the state a whole phrase is a word for ("Kyiv", "the Ukrainians", "U.S.", "the Kremlin"), else None."""
    folded = _fold(text)
    # The pronoun "us" is not a state, nor is "pole" or "hur" in lower case: at least one capital is asked for.
    if folded == "us" and "US" not in text and "U.S" not in text:
        return None
    return NAMES.get(folded) if any(letter.isupper() for letter in text) else None


def is_seat(text: str) -> bool:
    """Tell whether a phrase names one body or seat of a state (the Pentagon, Downing Street), not the state as such."""
    return _fold(text) in SEATS


def states_in(text: str) -> tuple[tuple[int, int, str], ...]:
    """Return start, end and state of each word for a state in a text, in order; lower-case words do not count."""
    words = [match.span() for match in _WORD.finditer(text)]
    found, at = [], 0
    while at < len(words):
        taken = _longest_name(text, words, at) if text[words[at][0]].isupper() else None
        if taken is None:
            at += 1
            continue
        length, state = taken
        found.append((words[at][0], words[at + length - 1][1], state))
        at += length
    return tuple(found)


def _longest_name(text: str, words: list[tuple[int, int]], at: int) -> tuple[int, str] | None:
    """Return how many words from `at` on make up the longest name of a state there, and the state."""
    reach = 1
    while reach < _LONGEST and at + reach < len(words):
        if not _GAP.fullmatch(text, words[at + reach - 1][1], words[at + reach][0]):
            break
        reach += 1
    for length in range(reach, 0, -1):
        state = state_of(text[words[at][0] : words[at + length - 1][1]])
        if state is not None:
            return length, state
    return None


def camp_of(text: str) -> str | None:
    """Return the state a phrase speaks or acts for: the state itself, or one with only words for its bodies beside it.

    "Ukrainian officials", "Ministry of Defence of the Russian Federation" and "one of Ukraine's special units" have a
    camp; "a Moscow newspaper", "Washington Post" and "a US security firm" have none.
    """
    whole = state_of(text)
    if whole is not None:
        return whole
    named = states_in(text)
    if not named:
        return None
    rest, last = [], 0
    for start, end, _ in named:
        rest.append(text[last:start])
        last = end
    rest.append(text[last:])
    words = re.findall(r"[^\W\d_]+", " ".join(rest).translate(_QUOTES).casefold())
    return named[0][2] if all(word in BODY_WORDS or word in _FILLERS for word in words) else None
