# SPDX-License-Identifier: AGPL-3.0-or-later
"""The invented customer accounts, their people and their deals.

A line of DEALS: name | product | stage | thousands | story | flags. Product letters: F Fleet Planning,
S Field Service, Y Yard & Dock, D Demand Board. Flags: hero (written by hand), recent, stale, overdue,
question (a customer's question waits), nobuyer, nochampion, optout.
"""

# name | domain | industry | employees | region | country | currency | owner | system | places
ACCOUNTS = """
Nordwind Logistics | nordwind-logistics | Logistics | 2400 | EMEA | DE | EUR | lena | SAP | Hamburg, Lübeck, Bremen
  Jonas Brandt | Head of Operations | ops
  Tobias Renner | CFO | exec
  Petra Wolff | Head of Procurement | buy
  Ravi Menon | IT Integration Lead | it
  Heike Sommer | Chair of the Works Council | user
  Lars Petersen | Depot Manager Lübeck | user
  > Fleet planning rollout | F | evaluation | 184 | fp_replan | hero
  > Lübeck gate and dock | Y | closed_won | 58 | yd_queue |
  > Volume outlook for depots | D | prospecting | 72 | db_crew |
Ostrava Steel | ostrava-steel | Metals | 6100 | EMEA | CZ | EUR | lena | SAP | Ostrava, Třinec, Bohumín
  Marek Dvořák | Yard Logistics Manager | ops
  Ivana Kučerová | Chief Operating Officer | exec
  Pavel Beneš | Legal Counsel | buy
  > Yard scheduling | Y | negotiation | 128 | yd_rail | hero
  > Coil transport planning | F | closed_won | 96 | fp_empty |
  > Crane maintenance crews | S | discovery | 64 | fs_parts | recent
Brightwater Utilities | brightwater-utilities | Utilities | 3800 | EMEA | GB | EUR | lena | Maximo | Reading, Swindon, Oxford
  Petra Lindqvist | Field Operations Director | ops
  Graham Ellison | Procurement Category Lead | buy
  > Crew dispatch | S | discovery | 96 | fs_dispatch | hero
  > Tanker rounds | F | closed_lost | 61 | fp_drivers |
  > Reservoir works capacity | D | prospecting | 45 | db_crew |
Castellan Insurance | castellan-insurance | Insurance | 5200 | EMEA | AT | EUR | lena | Guidewire | Vienna, Graz, Linz
  Sofia Keller | Head of Claims Operations | ops
  Dr. Anton Riedl | Chief Information Security Officer | it
  Beate Hollmann | COO | exec
  > Claims field visits | S | qualification | 142.5 | fs_travel | hero
  > Assessor capacity outlook | D | closed_won | 72.5 | db_crew |
  > Storm claims rounds | F | stalled | 55 | fp_peak |
Halcyon Biotech | halcyon-biotech | Life sciences | 900 | EMEA | CH | EUR | lena | Dynamics | Basel, Mulhouse, Bern
  Amara Osei | Director Supply Chain | ops
  Luc Favre | Finance Director | exec
  > Sample logistics | F | qualification | 82 | fp_cold | hero
  > Sample store dock | Y | closed_lost | 41 | yd_cold |
  > Reagent demand | D | discovery | 38 | db_stock | recent
Kestrel Aerospace | kestrel-aerospace | Aerospace | 7400 | Americas | US | USD | asha | Oracle | Wichita, Tulsa, Mobile
  Denise Okafor | Quality Operations Manager | ops
  Paul Reinholt | VP Manufacturing | exec
  > Parts traceability | D | qualification | 210 | db_trace | hero
  > Ground support crews | S | closed_won | 134 | fs_skill |
  > Receiving dock slots | Y | prospecting | 66 | yd_slots |
Solaris Grid | solaris-grid | Utilities | 4300 | EMEA | ES | EUR | asha | SAP | Seville, Málaga, Cádiz
  Inés Carrasco | Network Operations Director | ops
  Javier Montoya | Chief Operating Officer | exec
  Beatriz Rueda | Purchasing Manager | buy
  > Outage response | S | evaluation | 260 | fs_storm | hero
  > Line crew vehicles | F | closed_won | 148 | fp_electric |
  > Meter works outlook | D | discovery | 58 | db_crew |
Vantage Freight | vantage-freight | Logistics | 1500 | EMEA | NL | EUR | lena | SAP | Rotterdam, Venlo, Tilburg
  Hana Novak | Operations Director | ops
  Wouter de Graaf | Managing Director | exec
  > Dock expansion | Y | evaluation | 74 | yd_slots | hero
  > Depot by depot fleet planning | F | closed_won | 118 | fp_replan |
  > Lane demand outlook | D | prospecting | 52 | db_forecast |
Quarrydale Cement | quarrydale-cement | Building materials | 1900 | EMEA | IE | EUR | tom | Infor | Limerick, Drogheda, Cork
  Siobhán Keane | Plant Dispatch Manager | ops
  Declan Roche | Regional Operations Director | exec
  > Truck turn times | Y | evaluation | 112 | yd_silo | hero
  > Bulk tanker routes | F | closed_lost | 87 | fp_empty |
  > Clinker demand | D | stalled | 49 | db_sop |
Halmstad Ports | halmstad-ports | Ports | 650 | EMEA | SE | EUR | tom | Navis | Halmstad, Varberg, Falkenberg
  Elin Sandberg | Terminal Planning Lead | ops
  Oskar Lindahl | Port Director | exec
  Nils Åkesson | Operations Controller | user
  > Berth planning | Y | evaluation | 102 | yd_berth | hero
  > Crane service rounds | S | closed_won | 63 | fs_parts |
  > Call volume outlook | D | discovery | 36 | db_forecast | stale
Redfern Foods | redfern-foods | Food | 2100 | EMEA | PT | EUR | tom | Sage | Porto, Braga, Aveiro
  Rafael Mendes | Distribution Manager | ops
  Teresa Quintela | Chief Financial Officer | exec
  > Cold chain pilot | F | discovery | 54 | fp_cold | hero
  > Promotion planning | D | closed_lost | 68 | db_promo |
  > Cross dock Braga | Y | qualification | 77 | yd_cold | recent
Harrow and Finch | harrow-finch | Retail | 3300 | EMEA | GB | EUR | tom | Dynamics | Leeds, York, Hull
  Callum Whitby | Head of Last Mile | ops
  Eleanor Marsh | Chief Financial Officer | exec
  Priya Anand | Contracts Manager | buy
  > Courier slots | F | negotiation | 114 | fp_electric | hero
  > Returns dock | Y | closed_won | 57 | yd_trailer |
  > Range planning for stores | D | prospecting | 83 | db_promo |
Aurelia Rail | aurelia-rail | Rail | 8800 | EMEA | IT | EUR | asha | SAP | Turin, Novara, Milan
  Giulia Ferrante | Director Network Control | ops
  Paolo Marchetti | Chief Financial Officer | exec
  Elisa Romano | Head of Legal | buy
  > Network control | F | negotiation | 380 | fp_merge | hero
  > Track inspection teams | S | closed_won | 196 | fs_inspect |
  > Depot track slots | Y | discovery | 142 | yd_rail |
Marlowe Group | marlowe-group | Retail | 9600 | EMEA | BE | EUR | asha | SAP | Antwerp, Ghent, Liège
  Femke Claes | Supply Chain Director | ops
  Bart Willems | CFO | exec
  Sanne Peeters | Procurement Manager | buy
  > Store deliveries | F | negotiation | 176 | fp_peak | hero
  > Promotion board | D | closed_won | 122 | db_promo |
  > Regional dock booking | Y | evaluation | 93 | yd_slots | nobuyer
Tamarind Hotels | tamarind-hotels | Hospitality | 2700 | EMEA | ES | EUR | lena | Opera | Valencia, Alicante, Murcia
  Diego Ferrer | Regional Operations Manager | ops
  Lucía Santoro | Purchasing Lead | buy
  > Shuttle and linen routes | F | prospecting | 62 | fp_electric | recent
  > Technical service rounds | S | closed_lost | 44 | fs_paper |
  > Occupancy and staff board | D | stalled | 51 | db_crew |
Cobalt Ridge Mining | cobalt-ridge | Mining | 3100 | Americas | US | USD | tom | Oracle | Elko, Battle Mountain, Winnemucca
  Wade Thornton | Mine Operations Superintendent | ops
  Marisol Vega | Director of Finance | exec
  > Haul road planning | F | prospecting | 145 | fp_drivers | question
  > Mobile plant service | S | closed_won | 171 | fs_parts |
  > Gate and weighbridge | Y | qualification | 88 | yd_safety | nobuyer
Everline Telecom | everline-telecom | Telecommunications | 5600 | EMEA | FI | EUR | lena | ServiceNow | Tampere, Turku, Oulu
  Mikko Halonen | Field Operations Manager | ops
  Anni Virtanen | VP Service Delivery | exec
  > Field crew routing | S | prospecting | 88 | fs_sla | stale
  > Install demand outlook | D | closed_lost | 71 | db_crew |
  > Van pool planning | F | evaluation | 97 | fp_electric | recent
Wexford Capital | wexford-capital | Real estate | 480 | EMEA | IE | EUR | asha | Yardi | Dublin, Galway, Waterford
  Niamh Doyle | Portfolio Operations Manager | ops
  Hugh Lennox | Partner | exec
  > Property inspections | S | prospecting | 91 | fs_inspect |
  > Works budget board | D | discovery | 47 | db_sop |
  > Caretaker vehicle rounds | F | stalled | 29 | fp_subcontract |
Pinehurst Health | pinehurst-health | Healthcare | 6800 | Americas | US | USD | tom | Epic | Raleigh, Durham, Greensboro
  Tanya Whitfield | Patient Transport Manager | ops
  Dr. Leonard Voss | Chief Operating Officer | exec
  > Transport desk | F | prospecting | 47.5 | fp_drivers | optout
  > Equipment service crews | S | closed_won | 128 | fs_skill |
  > Supply demand board | D | qualification | 95 | db_stock |
Delmar Payments | delmar-payments | Financial services | 1200 | EMEA | MT | EUR | lena | Salesforce | Valletta, Sliema, Birkirkara
  Karl Zammit | Terminal Operations Lead | ops
  Stefania Grech | Chief Operating Officer | exec
  > Terminal swaps | S | discovery | 134 | fs_sla | recent question
  > Courier network for terminals | F | closed_lost | 48 | fp_subcontract |
  > Merchant demand board | D | prospecting | 39 | db_spare |
Ferrovia Nord | ferrovia-nord | Rail | 4100 | EMEA | IT | EUR | lena | SAP | Verona, Trento, Bolzano
  Matteo Conti | Traffic Planning Manager | ops
  Alessandra Greco | Plant Director | exec
  > Track access slots | Y | discovery | 118 | yd_rail | recent nobuyer
  > Signal service crews | S | closed_won | 154 | fs_inspect |
  > Replacement bus planning | F | evaluation | 86 | fp_replan | stale
Alder Mutual | alder-mutual | Insurance | 1700 | Americas | US | USD | asha | Guidewire | Hartford, Albany, Worcester
  Joanne Pruitt | Claims Field Manager | ops
  Steven Kolb | Vice President Claims | exec
  > Assessor routing | S | discovery | 39.5 | fs_travel |
  > Catastrophe capacity board | D | stalled | 60 | db_crew |
  > Appraiser vehicle pool | F | closed_won | 44 | fp_subcontract |
Umbra Security | umbra-security | Security services | 2900 | EMEA | PL | EUR | tom | Comarch | Wrocław, Opole, Legnica
  Kamil Nowicki | Operations Manager | ops
  Joanna Wrona | Managing Director | exec
  > Patrol planning | S | qualification | 68 | fs_dispatch | question
  > Cash van routes | F | prospecting | 74 | fp_drivers |
  > Event staffing board | D | closed_lost | 53 | db_crew |
Tidewater Shipping | tidewater-shipping | Shipping | 1400 | Americas | US | USD | tom | Navis | Norfolk, Savannah, Charleston
  Curtis Boyd | Berth Coordination Manager | ops
  Angela Moss | Chief Financial Officer | exec
  > Berth windows | Y | qualification | 93 | yd_berth | recent
  > Drayage planning | F | closed_won | 139 | fp_empty |
  > Container demand outlook | D | discovery | 57 | db_forecast |
Bergmann Dairy | bergmann-dairy | Food | 1300 | EMEA | DE | EUR | lena | SAP | Kempten, Ulm, Augsburg
  Sabine Bergmann | Geschäftsführerin | exec
  Florian Huber | Leiter Fuhrpark | ops
  > Kühltouren Süd | F | evaluation | 89 | fp_cold | hero
  > Yard Kempten | Y | closed_won | 46 | yd_cold |
  > Absatzplanung Frische | D | prospecting | 54 | db_promo |
Oakline Furniture | oakline-furniture | Furniture | 1100 | EMEA | DK | EUR | asha | Dynamics | Aarhus, Odense, Aalborg
  Mette Kjær | Delivery Manager | ops
  Henrik Vestergaard | Chief Executive Officer | exec
  > Two-person home delivery | F | qualification | 66 | fp_subcontract | nochampion
  > Container unloading | Y | closed_lost | 35 | yd_trailer |
  > Season stock board | D | stalled | 42 | db_season |
Seville Citrus | seville-citrus | Agriculture | 800 | EMEA | ES | EUR | asha | Sage | Seville, Huelva, Córdoba
  Rocío Benítez | Head of Supply | ops
  Manuel Ortega | Managing Director | exec
  > Harvest demand board | D | evaluation | 104 | db_season | recent
  > Export haulage planning | F | closed_won | 78 | fp_cold |
  > Packing house docks | Y | prospecting | 49 | yd_queue | stale
Fjordline Seafood | fjordline-seafood | Food | 1600 | EMEA | NO | EUR | tom | Maritech | Bergen, Ålesund, Molde
  Ingvild Hauge | Logistics Manager | ops
  Sverre Bakken | CFO | exec
  Tone Myhre | Contract Manager | buy
  > Quay and cold store slots | Y | negotiation | 137 | yd_cold | overdue question
  > Night truck planning | F | discovery | 71 | fp_cold |
  > Catch demand board | D | closed_lost | 59 | db_season |
Prairie Grain Co-op | prairie-grain | Agriculture | 950 | Americas | US | USD | asha | Agvance | Salina, Hays, Dodge City
  Bryce Lindgren | Elevator Operations Manager | ops
  Carol Stadler | General Manager | exec
  > Elevator truck lanes | Y | evaluation | 126 | yd_silo | question
  > Harvest haulage | F | closed_won | 92 | fp_peak |
  > Grain position board | D | qualification | 73 | db_season |
Copperfield Brewing | copperfield-brewing | Beverages | 700 | Americas | US | USD | tom | NetSuite | Denver, Fort Collins, Pueblo
  Megan Sandoval | Supply Planning Manager | ops
  Rick Altman | Chief Financial Officer | exec
  > Seasonal brew demand | D | qualification | 58 | db_season | stale nochampion
  > Keg routes | F | discovery | 46 | fp_peak | recent
  > Trailer yard Denver | Y | stalled | 33 | yd_trailer |
Lumen Lifts | lumen-lifts | Building services | 1800 | EMEA | AT | EUR | lena | proALPHA | Wien, Linz, Salzburg
  Katharina Steindl | Leiterin Servicesteuerung | ops
  Georg Aigner | Kaufmännischer Leiter | exec
  > Störungsdienst Aufzüge | S | qualification | 117 | fs_sla | hero
  > Ersatzteilbedarf | D | closed_won | 69 | db_spare |
  > Fahrzeugpool Monteure | F | prospecting | 41 | fp_electric |
Havel Glass | havel-glass | Manufacturing | 2200 | EMEA | CZ | EUR | asha | SAP | Teplice, Most, Děčín
  Radek Šimek | Warehouse and Yard Manager | ops
  Lenka Horáková | Finance Director | exec
  > Loading dock plan | Y | evaluation | 83 | yd_queue | overdue
  > Glass carrier routes | F | closed_lost | 76 | fp_subcontract |
  > Order intake board | D | discovery | 62 | db_sop |
Maison Verdier | maison-verdier | Retail | 2600 | EMEA | FR | EUR | asha | Cegid | Lyon, Dijon, Grenoble
  Camille Aubry | Directrice Supply Chain | ops
  Thierry Lambert | Directeur financier | exec
  > Boutique demand board | D | discovery | 87 | db_promo |
  > Boutique deliveries | F | closed_won | 109 | fp_merge |
  > Fitting and repair visits | S | prospecting | 34 | fs_travel | optout
Tessera Tiles | tessera-tiles | Building materials | 1250 | EMEA | IT | EUR | tom | Zucchetti | Modena, Sassuolo, Reggio
  Davide Bellini | Responsabile Logistica | ops
  Chiara Fontana | Amministratrice Delegata | exec
  > Pallet yard and docks | Y | qualification | 79 | yd_trailer | nobuyer
  > Site delivery routes | F | prospecting | 56 | fp_empty |
  > Tile range demand | D | stalled | 48 | db_stock |
Sunbelt Climate | sunbelt-climate | Building services | 1500 | Americas | US | USD | asha | NetSuite | Phoenix, Tucson, Las Vegas
  Darnell Price | Service Dispatch Director | ops
  Linda Castellanos | CFO | exec
  Owen Fitch | Vendor Manager | buy
  > Heatwave dispatch | S | negotiation | 158 | fs_storm | recent
  > Unit and parts demand | D | closed_won | 81 | db_spare |
  > Installer truck routes | F | qualification | 64 | fp_peak |
Granite State Paper | granite-paper | Manufacturing | 1750 | Americas | US | USD | tom | SAP | Manchester, Berlin, Nashua
  Kelly Arsenault | Transportation Manager | ops
  Douglas Whitcomb | VP Finance | exec
  > Roll freight planning | F | evaluation | 119 | fp_empty | overdue nochampion
  > Mill demand board | D | closed_lost | 84 | db_sop |
  > Trailer drop yard | Y | stalled | 52 | yd_trailer |
Ardenne Pharma | ardenne-pharma | Life sciences | 3400 | EMEA | BE | EUR | asha | SAP | Namur, Bastogne, Arlon
  Claire Delvaux | Demand Planning Manager | ops
  Étienne Marchal | Chief Financial Officer | exec
  > Lot allocation board | D | qualification | 146 | db_trace | recent
  > Controlled dock windows | Y | discovery | 68 | yd_slots |
  > Lab equipment visits | S | closed_lost | 57 | fs_skill |
Karst Chemicals | karst-chemicals | Chemicals | 2000 | EMEA | SI | EUR | tom | SAP | Koper, Celje, Kranj
  Maja Zupan | Plant Logistics Lead | ops
  Andrej Kos | Operations Director | exec
  > Hazardous goods gate | Y | discovery | 98 | yd_safety | stale
  > Tank truck planning | F | evaluation | 132 | fp_drivers | question
  > Pump inspection rounds | S | stalled | 43 | fs_inspect |
Saffron Air Catering | saffron-air | Aviation services | 2300 | EMEA | NL | EUR | lena | Dynamics | Schiphol, Eindhoven, Brussels
  Joris van Beek | High Loader Operations Manager | ops
  Yasmin Haddad | Chief Financial Officer | exec
  Pieter Smit | Sourcing Lead | buy
  > High loader planning | F | negotiation | 163 | fp_replan | stale
  > Galley equipment service | S | qualification | 52 | fs_paper |
  > Kitchen dock slots | Y | closed_lost | 47 | yd_slots |
Northgate Parcel | northgate-parcel | Parcel | 4700 | EMEA | GB | EUR | tom | Oracle | Glasgow, Dundee, Perth
  Fiona Mackie | Network Planning Manager | ops
  Alan Drummond | Managing Director | exec
  > Night linehaul planning | F | negotiation | 149 | fp_merge | overdue nobuyer
  > Hub yard control | Y | prospecting | 67 | yd_trailer |
  > Sorter service teams | S | stalled | 58 | fs_sla |
"""

TEAM = [
    ("lena", "Lena Hartmann", "Account Executive", "rep", "marcus", "+49 40 66969 142"),
    ("tom", "Tom Sanders", "Account Executive", "rep", "marcus", "+44 20 7946 0318"),
    ("asha", "Asha Kapoor", "Senior Account Executive", "rep", "marcus", "+31 20 555 0177"),
    ("marcus", "Marcus Olsen", "Sales Manager, Team North", "manager", "ingrid", "+49 40 66969 110"),
    ("ingrid", "Ingrid Solberg", "Chief Revenue Officer", "executive", "", "+49 40 66969 101"),
]
