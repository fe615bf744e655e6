/** The projects of `described.ts` in English. */
export const EN: Readonly<Record<string, string>> = {
  'bakery-jobs':
    'Three city bakeries open their doors to twenty-somethings who have been sitting at home for a year or longer. Mornings are spent kneading and selling, afternoons with a coach who sorts out debts, driving licences and letters from the job centre. After nine months at least six in ten should hold a paid contract; the profit of the shops pays for the next group.',
  'football-dropouts':
    'Professional football clubs lend their stadium, their physiotherapists and above all their fame. Boys and girls of 16 to 23 who quit school without a diploma train twice a day: once on the pitch, once in the classroom. Local firms that sponsor the club offer work placements. We want to know why some youngsters persist where every earlier course lost them within weeks.',
  'border-nurses':
    'Hospitals on both banks of the river cannot fill their wards with nurses while colleagues twenty kilometres away look for hours. Different diplomas, pension funds and tax forms stand in the way. A joint desk answers questions within two days, a shared course teaches the language of the ward, and forty nurses will work one week in four on the other side of the frontier.',
  'welders':
    'Shipyards here advertise in vain for welders, pipe fitters and electricians; across the border pupils of technical schools graduate without an offer. Our four schools agree on one module, examined jointly and accepted by both chambers of commerce. A bus takes ninety students a year to the yards, and a bilingual website shows vacancies with the net wage after taxes in either country.',
  'burnout-care':
    'One carer in five calls in sick for more than six weeks a year, mostly exhausted. In eight nursing homes teams draw up their own rosters, occupational physicians visit the floor instead of waiting for forms, and people who come back after a depression start with four hours a day. An institute follows absence figures for two years and compares them with eight other homes.',
  'roofers-sixty':
    'Nobody carries tiles up a ladder at sixty-three. Together with roofing and paving firms we look for the tasks that older craftsmen can do well: instructing newcomers, inspecting, measuring with drones. Each firm gets an advisor for a day a month and a small budget for lifting aids. A short training prepares workers over fifty for their new role before their backs give up.',
  'night-shifts':
    'Parents with shift work swap duties by text message, and lose sleep over it. Five factories and a hospital test self-scheduling software bargained with the trade unions, a guaranteed free weekend in three, and a crèche that opens at half past five. Researchers measure stress, quits and output. What proves itself will be written into the collective agreements of the sector.',
  'literacy-night':
    'Reading the leaflet of a medicine, filling in a tax return, helping a child with homework: for one adult in eight this is out of reach, and shame keeps them away from the evening school. Librarians, general practitioners and football coaches learn to notice the signs and to talk about them. Lessons take place where people already come, in groups of six, with a volunteer.',
  'miners-solar':
    'When the last pit closed, eleven hundred men were left with skills nobody asked for. The former company school now offers a six-month course in mounting panels, maintaining turbines and insulating houses. Trainees are paid from day one by the firms that will hire them. Priority goes to those on benefits for over two years and to colliery towns with the highest joblessness.',
  'mobile-kitchen-school':
    'A converted lorry with eight cookers tours special schools. Pupils with a learning disability cook for the neighbourhood under the eye of a chef and earn a certificate step by step, one dish at a time. Restaurants that take a trainee get help for adapting the workplace. In the second year the same lorry visits our partners abroad, driven by graduates.',
  'hidden-diplomas':
    'A Syrian dentist drives a taxi and an Eritrean electrician washes dishes. Within twelve weeks of arrival our assessors watch newcomers at work in a real workshop, describe what they can do and issue a statement that employers in three countries have agreed to trust. Missing parts are taught on the job. Job hunters at the employment agency receive the statement together with the person.',
  'second-language-fathers':
    'Courses for refugees reach mothers through schools but rarely fathers. In carpentry workshops open at weekends men from Afghanistan, Somalia and Ukraine learn the words for screw, invoice and appointment while building playground furniture. Retired carpenters are their teachers and soon their acquaintances. Municipalities count how many families still live in the same town two years later and speak with neighbours.',
  'roma-mediators':
    'In settlements without running water children miss vaccinations and adults avoid the doctor, for reasons on both sides. Twenty-four Roma women are trained and employed as mediators. They accompany families to the clinic, explain letters, and tell the staff what hurts and offends. The health insurers of three regions have promised to keep the posts if fewer emergency admissions pay for them.',
  'women-tech-boards':
    'Of the software firms founded in our four regions only one in nine is led by a woman. Schoolgirls build an app with students who are hardly older, female founders get a network of investors who sign a code of conduct, and incubators publish whom they admit. Gender quotas on selection juries are tested in two places and left out in two others.',
  'wheelchair-coast':
    'A holiday by the sea still ends at the first staircase for many guests. Nine resorts inspect their beaches, hotels and trams together with people who use a wheelchair, a white cane or a hearing aid. They lay mats over the sand, train receptionists, and put honest photographs instead of a pictogram in the booking system. Visitors with a disability stay longer and come off-season.',
  'keys-first':
    'First a key, then everything else. Finnish experience shows that people who slept rough for years can keep a flat of their own if nobody demands sobriety beforehand. Seven cities copy the approach and lease two hundred apartments from private landlords, with a guarantee fund for damage. A team on call around the clock stays as long as the tenant wishes.',
  'shelter-families':
    'More and more families with toddlers end up in hotels because rents have doubled. We bring together the social landlord, the school and the debt counsellor before the bailiff arrives: a tenant two months in arrears gets a visit, not a letter. Where eviction has happened anyway, mother and children move into a small house within ten days and stay there until they choose.',
  'breakfast-schools':
    'One pupil in six comes to class with an empty stomach. Supermarkets and growers hand over bread, milk and fruit that would be thrown away; parents who receive benefits run the kitchen and get a cook’s certificate. Thirty primary schools take part. Teachers note attention in the first hour, and the city learns what a free breakfast for all would cost.',
  'cold-homes':
    'Pensioners heat one room and tenants leave the radiator off, because the bill has eaten the budget. Energy coaches, formerly unemployed themselves, knock at twelve thousand doors, seal draughts, check tariffs and fill in the request for a reduced rate. A revolving fund lends landlords money for insulation on condition that the rent does not rise. Savings are shared between both.',
  'neighbours-eighty':
    'In our valleys the last shop closes, the children have moved away and those above eighty remain. A postwoman who asks how things are, a village nurse without a time clock and a minibus that can be called by landline: with these three we want to keep people in their own kitchens instead of a home in town. Four mountain regions compare costs and contentment.',
  'dementia-market':
    'The weekly market is often the last outing of someone who is becoming forgetful. Stallholders, bus drivers and bank clerks take an evening course on dementia; pictograms lead to a quiet bench and back to the car park. Relatives are offered a few hours of relief while a volunteer walks along. The guidelines will be printed for any small town that wants to copy them.',
  'lonely-phone':
    'Tablets given to lonely seniors usually end in a drawer. We turn it round: grandchildren’s generation and residents design a very plain device together, with one button for a neighbour, one for music and one for the doctor. Secondary pupils teach its use at the kitchen table. Privacy lawyers and a university watch whether calls, visits and mood really increase.',
  'telestroke':
    'After a stroke every minute counts, yet the nearest specialist may be on the other side of the frontier. Eleven small hospitals connect their scanners to two university clinics, agree on liability and billing, and let ambulances choose the quickest route whatever the flag. Paramedics are trained with the same video protocol in two languages. The aim is treatment within an hour.',
  'teen-minds':
    'Waiting lists for a child psychiatrist last nine months; pupils drop out long before. School nurses, youth workers and peers who have been through it themselves offer a chat the same week, in the canteen or by text message. When fear keeps a teenager at home, a teacher visits. We compare absence, self-harm and referrals with schools that start a year later.',
  'tenants-lab':
    'Officials usually design a benefit form at a desk and learn of its faults from the ombudsman. Our five councils invite claimants to sit in the same room for ten weeks, with a designer, a lawyer and plenty of paper. Prototypes run in one district while another keeps the old procedure, so that at the end we can say in figures whether anyone was better off.',
  'copy-kit':
    'Every year good ideas for families in difficulty win a prize and then die with their grant. We took apart four that survived elsewhere and wrote down what is essential, what may be changed and what it costs. Twelve regions each adopt one of them, helped by someone from the original team for fourteen months. Handbook, contracts and spreadsheets will be free for everybody.',
  'si-atlas':
    'Who funds new answers to social needs, who tests them and who trains people for it? In six countries nobody has the overview. National hubs will be set up or strengthened, keep a common catalogue of initiatives up to date and meet every quarter to learn from each other’s failures. A small travel fund allows practitioners to spend a week with a counterpart abroad.',
  'impact-yardstick':
    'Foundations ask charities for proof, each in its own spreadsheet. A consortium of lenders, social businesses and two universities agrees on a dozen indicators that are cheap to collect, trains evaluators and publishes results that disappoint as well. Investors who accept the yardstick promise a lower interest rate when a venture meets its targets. Four sectors start: care, housing, reuse and training.',
  'village-coop':
    'When the baker, the bar and the petrol station are gone, villagers found a firm of their own. Fifteen rural communities buy or rent an empty building and run a shop with a parcel point, a lunch table and a workshop, owned by those who shop there. A travelling manager teaches bookkeeping and purchasing; after two years each cooperative must stand on its own feet.',
  'loan-kitchen-table':
    'A sewing machine, a second-hand van, the first month’s rent of a stall: banks do not lend eight thousand euros to a newcomer without papers about her past. Volunteers from the business world examine plans at the kitchen table, a guarantee covers four fifths of the risk, and borrowers meet monthly. Three hundred small enterprises should start, half of them owned by immigrants.',
  'second-hand-chain':
    'Washing machines with a broken pump and sofas with one torn seam fill our container parks. A chain of eleven thrift shops will employ ninety people who have not worked for years, dismantling, repairing and selling with a guarantee. Manufacturers supply manuals and spare parts. What cannot be mended is sorted by material. Sales cover two thirds of the wages after eighteen months.',
  'prison-gate':
    'Half of those released from prison are back within three years, often because on day one they have no bed, no bank card and no work. Inmates meet their mentor, mostly a former convict, six months before the gate opens. Bakers, garages and gardeners train them inside and hire them outside. Judges and guards take part in evaluating how many reoffend.',
  'flood-sirens':
    'The wave reached our town forty minutes after the gauge upstream had recorded it, in another country and another language. River authorities, fire brigades and mayors of the whole basin link their sensors, agree when sirens sound, and rehearse an evacuation at night. Meadows that were diked a century ago are given back to the water. Householders learn to seal their cellar.',
  'shade-streets':
    'On a July afternoon the asphalt of our squares is sixty degrees hot. Eight southern and northern cities exchange what cools: plane trees instead of parking bays, white roofs, fountains that work without much water. Residents measure temperature from their balcony. Planners receive a map of the hottest streets and a price per degree, which they defend before their own council.',
  'eel-rivers':
    'Eels no longer reach the upper brooks and the pearl mussel is almost gone. Weirs are opened or fitted with a ramp, banks replanted with alder, and pastures fenced so that cattle stop trampling the bed. Anglers count migrating fish with cameras; two national parks restore the same habitat with one plan. Pupils breed mussels in their classroom and release them in spring.',
  'thirsty-orchards':
    'Apricot growers pump from wells that sink a metre a year. Soil probes the size of a pencil report moisture every hour, and an algorithm from the agricultural faculty opens the drip lines only at night and only where roots need it. Thirty farms compare harvest and bill with neighbouring plots. Salt-tolerant rootstocks are bred for the driest corner of the region.',
  'harbour-hydrogen':
    'Two tugboats, a crane and a fleet of container trucks will run without diesel. Electrolysers fed by surplus offshore wind fill a pressure tank on the quay; the harbour authority, a shipbuilder and three research institutes measure efficiency, leaks and costs during two winters. Rules for bunkering are drafted with the classification societies so that other docks need not start from nothing.',
  'school-roofs':
    'Two hundred school buildings leak heat and nobody knows where. Cheap meters, read by pupils and caretakers, show gas and electricity use by classroom; a shared platform ranks which window, pump or roof to tackle first. Citizens buy shares in the photovoltaic plants on top. The municipalities sign one contract for all works, which cuts the price by a fifth.',
  'river-barges':
    'Barges moor with the engine running because quays offer no plug. Fourteen inland ports in three countries install shore power with the same connector and one app for payment. A shipyard converts a grain barge to swappable battery containers, and skippers log what they save. Customs, waterway administrations and freight forwarders agree on a timetable for shifting lorries to the water.',
  'surplus-soup':
    'Crooked carrots, yesterday’s bread, pallets of yoghurt two days before the date: auction halls and wholesalers hand them over within the hour. Sheltered kitchens turn them into soup, chutney and crackers, sold in canteens and given to food banks in equal parts. An open logbook records kilos and temperatures. Four port towns start; hygiene inspectors sit at the table from the first day.',
  'brick-bank':
    'Demolishing a barracks yields four thousand tonnes of rubble, most of it for road fill. Our builders take the walls apart, test bricks and beams with ultrasound, and store them in a material bank with digital passports. Architects design six houses from what is in stock. Concrete is ground and its cement recovered in a pilot kiln. Insurers help to write the warranty.',
  'seaweed-plastic':
    'Kelp farmers pay to dump their stalks; packaging makers import starch from overseas. A biorefinery on the fjord presses alginate into films and trays that compost in ten weeks. Laboratories check whether cheese keeps as long as in foil. The business plan comes from six small companies which would never have met without this call, and a patent has been filed.',
  'robot-joiners':
    'Family joineries with fifteen employees cannot afford an engineer to try out a robot arm. A travelling demonstration cell visits them for a fortnight; students program it with the people who know the wood. Where it pays, a leasing bank steps in. Workers choose which chores they would rather give away and take a forty-hour course at the technical college.',
  'photonics-labs':
    'On either side of the border stand laser laboratories whose equipment idles half the week. A joint booking calendar, one price list and a voucher of ten thousand euros open them to small manufacturers of sensors and lenses. Doctoral students spend a term in the neighbouring institute. After three years we expect forty prototypes, eight patents and two spin-off companies.',
  'bell-founders':
    'Carillons ring on both sides of the linguistic frontier and the men who can tune them are over seventy. Four museums film their gestures, digitise three hundred scores and restore a seventeenth-century instrument in public. Youngsters compose pieces for the towers of their own town. A walking route with concerts connects the belfries, most of them world heritage, every summer Sunday.',
  'bunker-trail':
    'Concrete bunkers, trenches and cemeteries of two wars lie along our coast, half of them overgrown. Historians, dive clubs and farmers map what is left, a visitor centre tells the story from the viewpoint of four nations, and guides are trained in three tongues. School exchanges gather letters of great-grandparents. Signposted bicycle loops shall bring guests to inns away from the beach.',
  'theatre-buses':
    'Few people from the tower blocks have ever entered the playhouse downtown. A theatre on wheels rehearses for two months in laundries and courtyards; residents write, sew costumes and play alongside professionals. Choirs, a hip-hop academy and an amateur orchestra join. What counts is not the première but whether lonely, poor or quarrelling neighbours keep meeting once the lorry has gone.',
  'film-archive-ai':
    'Millions of metres of amateur film rot in attics and television vaults. Archives from seven countries scan eight-millimetre reels, let software recognise places, dances and dialects, and ask viewers to correct it online. Rights holders find a standard licence. Artists and game studios may remix the footage, teachers obtain ready-made lessons, and the code is published for libraries of every size.',
  'night-safe':
    'Women avoid the park after dark and report harassment on the last tram to nobody. Conductors, bar staff and police cadets practise stepping in; victims find shelter and a lawyer behind a single door; lighting and sight lines are redesigned with girls from the area. Data on violence from hospitals and hotlines are combined, anonymously, to see which measure protects.',
  'fire-ridge':
    'Pine slopes dry out earlier every spring and volunteers from either side of the ridge fight the same blaze with incompatible radios. We buy common equipment, mark water points for helicopters, and graze goats along firebreaks. Satellite images warn shepherds by text message. An academy trains young firefighters together, and a mutual-aid treaty allows crews to cross without calling the ministry.',
  'cheese-road':
    'Alpine dairies sell their cheese for less than the milk is worth because buyers want volume. Twenty-seven farms create one brand, a common ripening cellar and an online counter. Hikers follow a signposted route from hut to hut, taste, and sleep in the hay. A marketing school from the valley advises on price, label and export, and villagers keep their summer pastures.',
  'call-bus':
    'The last regular bus to the hamlets leaves at five past four. Eleven sparsely populated districts replace empty coaches with vans that come when you ring or tap, share seats with the school run and the parcel courier, and feed the railway station. An open-source dispatcher plans the rounds. We compare kilometres, cost per passenger and whether teenagers and elders get out more.',
  'cycle-highway':
    'Eighteen thousand people drive over the bridge to work each morning, mostly alone. A fast cycle path of thirty kilometres with one logo, one lighting standard and bicycle parking at five stations shall win a quarter of them. Employers lend electric bikes for a month. Two provinces and a German district share maintenance, snow clearing and the counting of riders.',
  'empty-shops':
    'One shop window in four is papered over on the high streets of our medium-sized towns. Ten municipalities exchange recipes: three-month leases for beginners, upper floors turned into flats, a town-centre manager paid by landlords and traders. Young founders receive mentoring and test their concept behind a real counter. Mayors visit each other and decide in public what they will copy.',
  'pupils-firms':
    'At fourteen many pupils have already decided that school is not for them. Mini-companies bring them back: they invent a product, sell shares of five euros to their families, argue with suppliers and close the books in June. Shopkeepers and engineers act as godparents. Maths and language lessons follow the needs of the firm. Attendance is compared with parallel classes.',
  'farmers-succession':
    'Six farms in ten have no heir, while graduates of agricultural colleges find neither land nor credit. A matching service brings both together for a trial year; notaries, banks and psychologists help with handing over. New entrants learn to price vegetables, run a stall and use cheap sensors in the greenhouse. Ex-farmers stay on as teachers, and municipalities lease out fallow plots.',
  'code-grandmothers':
    'The tax office closed its counters and put everything online; those who never owned a computer now queue at the library in despair. Sixty libraries hire digital buddies, many of them past sixty themselves. They teach how to recognise fraud, make an electronic signature and book a train. Material is kept so plain that one page explains one click, with large letters.',
  'coding-bootcamp':
    'Employers beg for programmers, and twenty-two-year-olds without a degree apply for warehouse jobs. Our boot camp lasts five months, eight hours a day, and admits people by puzzles rather than certificates. Trainees program real orders from non-profits. Every Friday recruiters come by; counsellors of the public employment service sit in the same corridor and settle allowances and childcare.',
  'open-permits':
    'A building permit wanders through nine departments and nobody can say where it lies. Six administrations redraw the process from the applicant’s side, throw away every second form and publish waiting times. Common interfaces let registers talk to each other so that citizens hand in a document only once. Civil servants learn to test ideas in two weeks instead of two years.',
  'citizen-budget':
    'Participatory budgets attract the same fifty retired teachers every year. Nine cities draw names by lot, pay for babysitting and an interpreter, and hand a jury of residents five per cent of the investment budget. Councillors must answer each proposal in writing. An exchange of observers checks from town to town whether trust in the authorities rises, and why people leave halfway.',
  'care-crossroads':
    'A single mother with diabetes deals with eleven caseworkers. In four districts one person holds the thread: she opens doors at the housing office, the clinic, the job centre and the nursery, and may spend two thousand euros without asking. Records are shared if the client agrees. Accountants of the ministry follow a hundred families to learn what integrated help saves.',
  'day-centre-farm':
    'Digging, feeding and milking calm people whom offices have given up. Thirty-two farmers welcome guests with a psychiatric history, an addiction or a decade without work, two or three days a week. Social services pay a day rate; a counsellor visits monthly. Whoever wants more moves on to paid hours at a landscaping company. Researchers interview guests, families and, of course, the farmers.',
  'temp-work-platform':
    'Couriers and cleaners who are booked through an app have neither colleagues nor sick pay. A cooperative founded by unions, municipalities and three associations offers the same convenience with an employment contract. Algorithms for allotting shifts are discussed with the riders. Competing platforms are invited to sign a code. Labour inspectors from five countries compare how they deal with false self-employment.',
  'steel-switch':
    'The blast furnace will be replaced by an electric arc and twelve hundred jobs change within four years. Before the first dismissal letter, works council and management draw a map of every function, what it becomes and what must be learned. Workers rehearse in a virtual control room. Suppliers and subcontractors, usually forgotten, are offered the same courses and the same advice.',
};
