import type { Anchors } from './anchor.js';

/** Energy, technology, research and enterprise. */
export const ECONOMY: Anchors = {
  'transition': {
    nl: ['Groene, digitale en rechtvaardige transitie: steenkoolregio’s en industrie omvormen', 'Energietransitie eerlijk verdelen, nieuwe banen na de mijnsluiting, duurzame toekomst'],
    fr: ['Transition verte, numérique et équitable : reconvertir les régions charbonnières et l’industrie', 'Partager justement la transition énergétique, nouveaux emplois après la fermeture des mines, avenir durable'],
    en: ['Green, digital and fair transition: transforming coal regions and industry', 'Sharing the energy transition fairly, new jobs after mine closure, sustainable future'],
    de: ['Grüner, digitaler und gerechter Wandel: Kohleregionen und Industrie umbauen', 'Energiewende gerecht verteilen, neue Arbeitsplätze nach dem Kohleausstieg, nachhaltige Zukunft'],
  },
  'transition.low-carbon': {
    nl: ['Koolstofarme technologie en klimaatneutraliteit: CO2-uitstoot verlagen in bedrijven en gemeenten', 'Energieplan, burgemeestersconvenant, energiebesparing, decarbonisatie'],
    fr: ['Technologies bas carbone et neutralité climatique : réduire les émissions de CO2 des entreprises et communes', 'Plan énergie, convention des maires, économies d’énergie, décarbonation'],
    en: ['Low-carbon technologies and climate neutrality: cutting CO2 emissions of companies and municipalities', 'Energy plan, Covenant of Mayors, energy saving, decarbonisation'],
    de: ['CO2-arme Technologien und Klimaneutralität: CO2-Ausstoß von Betrieben und Gemeinden senken', 'Energieplan, Konvent der Bürgermeister, Energieeinsparung, Dekarbonisierung'],
  },
  'transition.low-carbon/energy-efficiency': {
    nl: ['Energie-efficiëntie van gebouwen: renovatie, isolatie, energiezuinige woningen en scholen', 'Energieverbruik van openbare gebouwen meten en verlagen, warmtepomp, bijna-energieneutraal, energieaudit'],
    fr: ['Efficacité énergétique des bâtiments : rénovation, isolation, logements et écoles économes', 'Mesurer et réduire la consommation des bâtiments publics, pompe à chaleur, énergie quasi nulle, audit énergétique'],
    en: ['Energy efficiency of buildings: renovation, insulation, energy-saving homes and schools', 'Measuring and reducing energy consumption of public buildings, heat pump, nearly zero energy, energy audit'],
    de: ['Energieeffizienz von Gebäuden: Sanierung, Dämmung, energiesparende Wohnungen und Schulen', 'Energieverbrauch öffentlicher Gebäude messen und senken, Wärmepumpe, Niedrigstenergie, Energieaudit'],
  },
  'transition.low-carbon/solar-wind': {
    nl: ['Hernieuwbare energie: zonne-energie, zonnepanelen, windmolens, windparken op zee', 'Groene stroom opwekken, energiegemeenschap, energiecoöperatie, getijdenenergie, waterkracht'],
    fr: ['Énergies renouvelables : énergie solaire, panneaux photovoltaïques, éoliennes, parcs en mer', 'Produire de l’électricité verte, communauté énergétique, coopérative, énergie marémotrice, hydroélectricité'],
    en: ['Renewable energy: solar power, photovoltaic panels, wind turbines, offshore wind farms', 'Generating green electricity, energy community, energy cooperative, tidal power, hydropower'],
    de: ['Erneuerbare Energien: Solarenergie, Photovoltaik, Windkraftanlagen, Offshore-Windparks', 'Grünen Strom erzeugen, Energiegemeinschaft, Energiegenossenschaft, Gezeitenkraft, Wasserkraft'],
  },
  'transition.low-carbon/biomass-heat': {
    nl: ['Biomassa, biogas en warmte: warmtenet, vergisting, aardwarmte, restwarmte', 'Stadsverwarming, houtpellets, mest vergisten, geothermie, stookketel'],
    fr: ['Biomasse, biogaz et chaleur : réseau de chaleur, méthanisation, géothermie, chaleur résiduelle', 'Chauffage urbain, granulés de bois, méthaniser le lisier, chaudière'],
    en: ['Biomass, biogas and heat: district heating, anaerobic digestion, geothermal energy, residual heat', 'Heat network, wood pellets, digesting manure, boiler'],
    de: ['Biomasse, Biogas und Wärme: Wärmenetz, Vergärung, Geothermie, Abwärme', 'Fernwärme, Holzpellets, Gülle vergären, Heizkessel'],
  },
  'transition.low-carbon/hydrogen-grids': {
    nl: ['Waterstof, energieopslag en slimme netten: batterijen, elektriciteitsnet, gas', 'Elektrolyse, brandstofcel, vraagsturing, netbeheerders, energiezekerheid, pijpleiding'],
    fr: ['Hydrogène, stockage d’énergie et réseaux intelligents : batteries, réseau électrique, gaz', 'Électrolyse, pile à combustible, effacement, gestionnaires de réseau, sécurité énergétique, gazoduc'],
    en: ['Hydrogen, energy storage and smart grids: batteries, electricity grid, gas', 'Electrolysis, fuel cell, demand response, grid operators, energy security, pipeline'],
    de: ['Wasserstoff, Energiespeicher und intelligente Netze: Batterien, Stromnetz, Gas', 'Elektrolyse, Brennstoffzelle, Lastmanagement, Netzbetreiber, Energiesicherheit, Pipeline'],
  },
  'transition.innovation': {
    nl: ['Onderzoek en technologische innovatie: bedrijven en kennisinstellingen ontwikkelen nieuwe technologie', 'Onderzoek en ontwikkeling, slimme specialisatie, prototypes, octrooi, innovatiecapaciteit'],
    fr: ['Recherche et innovation technologique : entreprises et instituts développent de nouvelles technologies', 'Recherche et développement, spécialisation intelligente, prototypes, brevet, capacité d’innovation'],
    en: ['Research and technological innovation: companies and research institutes develop new technology', 'Research and development, smart specialisation, prototypes, patent, innovation capacity'],
    de: ['Forschung und technologische Innovation: Unternehmen und Institute entwickeln neue Technologien', 'Forschung und Entwicklung, intelligente Spezialisierung, Prototypen, Patent, Innovationskraft'],
  },
  'transition.innovation/technology-transfer': {
    nl: ['Kennis- en technologieoverdracht van universiteit naar kmo en mkb', 'Innovatievouchers, spin-offs, valorisatie van onderzoek, demonstratieprojecten, open innovatie'],
    fr: ['Transfert de connaissances et de technologies de l’université vers les PME', 'Chèques innovation, essaimage, valorisation de la recherche, démonstrateurs, innovation ouverte'],
    en: ['Knowledge and technology transfer from university to SMEs', 'Innovation vouchers, spin-offs, exploitation of research, demonstrators, open innovation'],
    de: ['Wissens- und Technologietransfer von der Hochschule in KMU', 'Innovationsgutscheine, Ausgründungen, Verwertung von Forschung, Demonstratoren, Open Innovation'],
  },
  'transition.innovation/sme': {
    also: ['social-economy.joint-exploitation'],
    nl: ['Kleine en middelgrote ondernemingen: kmo, mkb, concurrentiekracht, export en groei', 'Bedrijfsadvies, internationalisering, nieuwe markten, bedrijfsopvolging, ondernemers ondersteunen'],
    fr: ['Petites et moyennes entreprises : PME, compétitivité, export et croissance', 'Conseil aux entreprises, internationalisation, nouveaux marchés, transmission d’entreprise, soutenir les entrepreneurs'],
    en: ['Small and medium-sized enterprises: SMEs, competitiveness, export and growth', 'Business advice, internationalisation, new markets, business succession, supporting entrepreneurs'],
    de: ['Kleine und mittlere Unternehmen: KMU, Wettbewerbsfähigkeit, Export und Wachstum', 'Unternehmensberatung, Internationalisierung, neue Märkte, Betriebsnachfolge, Unternehmer unterstützen'],
  },
  'social-economy.joint-exploitation': {
    nl: ['Clusters en economische samenwerking: bedrijven uit één sector werken grensoverschrijdend samen', 'Netwerk van bedrijven, kamers van koophandel, gezamenlijke marketing en exploitatie van nieuwe ideeën, waardeketen'],
    fr: ['Clusters et coopération économique : entreprises d’un secteur coopèrent au-delà des frontières', 'Réseau d’entreprises, pôles, chambres de commerce, marketing et exploitation communs d’idées, chaîne de valeur'],
    en: ['Clusters and economic cooperation: companies of a sector working together across borders', 'Business network, chambers of commerce, joint marketing and exploitation of new ideas, value chain'],
    de: ['Cluster und wirtschaftliche Zusammenarbeit: Unternehmen einer Branche kooperieren über Grenzen', 'Unternehmensnetzwerk, Handelskammern, gemeinsame Vermarktung und Verwertung neuer Ideen, Wertschöpfungskette'],
  },
  'transition.innovation/manufacturing': {
    nl: ['Maakindustrie: slimme productie, robots, 3D-printen, automatisering en industrie 4.0', 'Machines, metaal, fabriek van de toekomst, cobots, sensoren, productieprocessen'],
    fr: ['Industrie manufacturière : production intelligente, robots, impression 3D, automatisation et industrie 4.0', 'Machines, métal, usine du futur, cobots, capteurs, procédés de fabrication'],
    en: ['Manufacturing: smart production, robots, 3D printing, automation and industry 4.0', 'Machines, metal, factory of the future, cobots, sensors, production processes'],
    de: ['Verarbeitendes Gewerbe: intelligente Produktion, Roboter, 3D-Druck, Automatisierung und Industrie 4.0', 'Maschinenbau, Metall, Fabrik der Zukunft, Cobots, Sensorik, Fertigungsprozesse'],
  },
  'transition.innovation/materials': {
    nl: ['Nieuwe materialen, chemie en nanotechnologie: composieten, coatings, polymeren, fotonica', 'Laboratorium, materiaalonderzoek, lasers, optica, oppervlaktebehandeling'],
    fr: ['Nouveaux matériaux, chimie et nanotechnologie : composites, revêtements, polymères, photonique', 'Laboratoire, recherche sur les matériaux, lasers, optique, traitement de surface'],
    en: ['New materials, chemistry and nanotechnology: composites, coatings, polymers, photonics', 'Laboratory, materials research, lasers, optics, surface treatment'],
    de: ['Neue Werkstoffe, Chemie und Nanotechnologie: Verbundstoffe, Beschichtungen, Polymere, Photonik', 'Labor, Materialforschung, Laser, Optik, Oberflächentechnik'],
  },
  'transition.innovation/research-networks': {
    nl: ['Wetenschappelijke samenwerking: onderzoekers, onderzoeksinfrastructuur en laboratoria', 'Gezamenlijk onderzoekscentrum, promovendi, metingen, publicaties, wetenschappelijk netwerk'],
    fr: ['Coopération scientifique : chercheurs, infrastructures de recherche et laboratoires', 'Centre de recherche commun, doctorants, mesures, publications, réseau scientifique'],
    en: ['Scientific cooperation: researchers, research infrastructure and laboratories', 'Joint research centre, PhD students, measurements, publications, scientific network'],
    de: ['Wissenschaftliche Zusammenarbeit: Forscher, Forschungsinfrastruktur und Labore', 'Gemeinsames Forschungszentrum, Doktoranden, Messungen, Publikationen, wissenschaftliches Netzwerk'],
  },
  'transition.digital': {
    nl: ['Digitale sociale innovatie en ICT: apps, platformen, open source en digitale oplossingen voor burgers', 'Software, webportaal, gegevens delen, digitale dienst ontwikkelen, technologie voor het goede doel'],
    fr: ['Innovation sociale numérique et TIC : applications, plateformes, logiciel libre et solutions pour citoyens', 'Logiciel, portail, partage de données, développer un service numérique, technologie utile'],
    en: ['Digital social innovation and ICT: apps, platforms, open source and digital solutions for citizens', 'Software, web portal, data sharing, developing a digital service, tech for good'],
    de: ['Digitale soziale Innovation und IKT: Apps, Plattformen, Open Source und digitale Lösungen für Bürger', 'Software, Webportal, Daten teilen, digitalen Dienst entwickeln, Technik für das Gemeinwohl'],
  },
  'transition.digital/broadband': {
    nl: ['Breedband en digitale infrastructuur: snel internet, glasvezel, wifi en 5G op het platteland', 'Netwerkdekking, datacentrum, internet der dingen, sensornetwerk'],
    fr: ['Haut débit et infrastructure numérique : internet rapide, fibre, wifi et 5G en zone rurale', 'Couverture du réseau, centre de données, internet des objets, réseau de capteurs'],
    en: ['Broadband and digital infrastructure: fast internet, fibre, wifi and 5G in rural areas', 'Network coverage, data centre, internet of things, sensor network'],
    de: ['Breitband und digitale Infrastruktur: schnelles Internet, Glasfaser, WLAN und 5G auf dem Land', 'Netzabdeckung, Rechenzentrum, Internet der Dinge, Sensornetz'],
  },
  'transition.digital/business': {
    nl: ['Digitalisering van bedrijven: kmo’s digitaal maken, e-commerce, kunstmatige intelligentie, big data', 'Webwinkel, digitale marketing, blockchain, data-analyse, digitale innovatiehub'],
    fr: ['Numérisation des entreprises : PME numériques, commerce en ligne, intelligence artificielle, mégadonnées', 'Boutique en ligne, marketing numérique, blockchain, analyse de données, pôle d’innovation numérique'],
    en: ['Digitalisation of companies: digital SMEs, e-commerce, artificial intelligence, big data', 'Web shop, digital marketing, blockchain, data analysis, digital innovation hub'],
    de: ['Digitalisierung von Unternehmen: digitale KMU, Onlinehandel, künstliche Intelligenz, Big Data', 'Webshop, digitales Marketing, Blockchain, Datenanalyse, digitales Innovationszentrum'],
  },
  'transition.innovation/green-technology': {
    also: ['transition.low-carbon'],
    nl: ['Groene technologie en eco-innovatie: milieutechniek, cleantech, milieuvriendelijke bedrijven', 'Milieulabel, schone productie, groene overheidsopdrachten, duurzame producten'],
    fr: ['Technologies vertes et éco-innovation : écotechnologies, cleantech, entreprises respectueuses de l’environnement', 'Écolabel, production propre, marchés publics verts, produits durables'],
    en: ['Green technology and eco-innovation: environmental technology, cleantech, environmentally friendly companies', 'Eco-label, cleaner production, green public procurement, sustainable products'],
    de: ['Grüne Technologien und Öko-Innovation: Umwelttechnik, Cleantech, umweltfreundliche Betriebe', 'Umweltzeichen, saubere Produktion, grüne öffentliche Beschaffung, nachhaltige Produkte'],
  },
  'transition.innovation/automotive': {
    nl: ['Auto-industrie en voertuigtechniek: toeleveranciers, zelfrijdende voertuigen, motoren', 'Lichtgewicht bouwen, testbaan, autonome bussen, elektrische aandrijving'],
    fr: ['Industrie automobile et véhicules : équipementiers, véhicules autonomes, moteurs', 'Allègement, piste d’essai, navettes autonomes, motorisation électrique'],
    en: ['Automotive industry and vehicles: suppliers, self-driving vehicles, engines', 'Lightweight construction, test track, autonomous shuttles, electric drive'],
    de: ['Automobilindustrie und Fahrzeugtechnik: Zulieferer, selbstfahrende Fahrzeuge, Motoren', 'Leichtbau, Teststrecke, autonome Shuttles, elektrischer Antrieb'],
  },
  'transition.innovation/crafts-retail': {
    nl: ['Ambacht, handel en winkels: ambachtslieden, winkeliers, zelfstandigen en lokale middenstand', 'Winkelstraat, ambachtelijke producten verkopen, vakmanschap, markt, jonge ambachtslui'],
    fr: ['Artisanat et commerce : artisans, commerçants, indépendants et boutiques locales', 'Rue commerçante, vendre des produits artisanaux, métiers d’art, marché, jeunes artisans'],
    en: ['Crafts and retail: craftspeople, shopkeepers, self-employed and local traders', 'High street, selling handmade products, craftsmanship, market, young artisans'],
    de: ['Handwerk und Handel: Handwerker, Händler, Selbstständige und örtliche Geschäfte', 'Einkaufsstraße, handwerkliche Produkte verkaufen, Handwerksbetriebe, Markt, junge Handwerker'],
  },
  'transition.innovation/life-sciences': {
    also: ['health'],
    nl: ['Biotechnologie en levenswetenschappen: enzymen, micro-organismen, medische technologie, farma', 'Biotechbedrijven, medtech, testen van hulpmiddelen, bio-incubator'],
    fr: ['Biotechnologies et sciences de la vie : enzymes, micro-organismes, technologies médicales, pharmacie', 'Entreprises biotech, medtech, test de dispositifs, bio-incubateur'],
    en: ['Biotechnology and life sciences: enzymes, micro-organisms, medical technology, pharma', 'Biotech companies, medtech, testing devices, bio-incubator'],
    de: ['Biotechnologie und Lebenswissenschaften: Enzyme, Mikroorganismen, Medizintechnik, Pharma', 'Biotech-Unternehmen, Medtech, Geräte erproben, Bio-Inkubator'],
  },
};
