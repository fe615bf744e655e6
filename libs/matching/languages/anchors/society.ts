import type { Anchors } from './anchor.js';

/** Culture and heritage, safety and citizens. */
export const SOCIETY: Anchors = {
  'society': {
    nl: ['Inclusieve en veilige samenleving: burgers, samenleven, solidariteit en vertrouwen', 'Maatschappelijk debat, Europese waarden, democratisch burgerschap, vrijwilligerswerk'],
    fr: ['Société inclusive et sûre : citoyens, vivre ensemble, solidarité et confiance', 'Débat de société, valeurs européennes, citoyenneté démocratique, bénévolat'],
    en: ['Inclusive and secure society: citizens, living together, solidarity and trust', 'Public debate, European values, democratic citizenship, volunteering'],
    de: ['Integrative und sichere Gesellschaft: Bürger, Zusammenleben, Solidarität und Vertrauen', 'Gesellschaftliche Debatte, europäische Werte, demokratische Bürgerschaft, Ehrenamt'],
  },
  'society/heritage-buildings': {
    nl: ['Cultureel erfgoed en monumenten: restauratie van kerken, kastelen, forten en historische gebouwen', 'Monumentenzorg, herbestemming, behoud en renovatie van beschermd patrimonium, architectuur'],
    fr: ['Patrimoine culturel et monuments : restauration d’églises, châteaux, forts et bâtiments historiques', 'Conservation, réhabilitation, reconversion et rénovation du patrimoine protégé, architecture'],
    en: ['Cultural heritage and monuments: restoration of churches, castles, forts and historic buildings', 'Conservation, preservation, adaptive reuse and renovation of listed heritage, architecture'],
    de: ['Kulturerbe und Denkmäler: Restaurierung von Kirchen, Schlössern, Burgen, Festungen und historischen Gebäuden', 'Denkmalpflege, Erhaltung, Umnutzung und Sanierung geschützter Baudenkmäler, Architektur'],
  },
  'society/heritage-archaeology': {
    nl: ['Archeologie: opgravingen, Romeinse en prehistorische vindplaatsen, middeleeuwen', 'Archeologisch park, vondsten, reconstructie in 3D, historisch onderzoek'],
    fr: ['Archéologie : fouilles, sites romains et préhistoriques, Moyen Âge', 'Parc archéologique, découvertes, reconstitution en 3D, recherche historique'],
    en: ['Archaeology: excavations, Roman and prehistoric sites, Middle Ages', 'Archaeological park, finds, 3D reconstruction, historical research'],
    de: ['Archäologie: Ausgrabungen, römische und vorgeschichtliche Fundstätten, Mittelalter', 'Archäologiepark, Funde, 3D-Rekonstruktion, historische Forschung'],
  },
  'society/heritage-war': {
    nl: ['Oorlogsverleden en herinnering: wereldoorlog, slagveld, herdenking, vestingwerken', 'Begraafplaatsen, getuigenissen, vrede, loopgraven, verzet, herinneringseducatie'],
    fr: ['Mémoire de guerre : guerre mondiale, champ de bataille, commémoration, fortifications', 'Cimetières, témoignages, paix, tranchées, résistance, travail de mémoire'],
    en: ['War history and remembrance: world war, battlefield, commemoration, fortifications', 'Cemeteries, testimonies, peace, trenches, resistance, memorial education'],
    de: ['Kriegsgeschichte und Erinnerung: Weltkrieg, Schlachtfeld, Gedenken, Festungsanlagen', 'Friedhöfe, Zeitzeugen, Frieden, Schützengräben, Widerstand, Erinnerungsarbeit'],
  },
  'society/heritage-industrial': {
    nl: ['Industrieel erfgoed: mijnen, mijnbouw, fabrieken, spoorwegen en molens', 'Mijnstreek, textielfabriek, oude ambachten en industriële geschiedenis zichtbaar maken'],
    fr: ['Patrimoine industriel : mines, usines, chemins de fer et moulins', 'Bassin minier, filature, anciens métiers, valoriser l’histoire industrielle'],
    en: ['Industrial heritage: mines, mining, factories, railways and mills', 'Mining region, textile mill, showing industrial history and former trades'],
    de: ['Industriekultur: Bergbau, Bergwerke, Fabriken, Eisenbahn und Mühlen', 'Bergbauregion, Textilfabrik, alte Gewerbe und Industriegeschichte sichtbar machen'],
  },
  'society/heritage-intangible': {
    nl: ['Immaterieel erfgoed: tradities, volksmuziek, dialecten, legenden, ambachten en gebruiken', 'Folklore, handwerk, oude recepten, streektaal, generaties geven vakmanschap door'],
    fr: ['Patrimoine immatériel : traditions, musique populaire, dialectes, légendes, artisanat et coutumes', 'Folklore, savoir-faire, recettes anciennes, langue régionale, transmission entre générations'],
    en: ['Intangible heritage: traditions, folk music, dialects, legends, crafts and customs', 'Folklore, handicraft, old recipes, minority language, passing on craftsmanship'],
    de: ['Immaterielles Erbe: Traditionen, Volksmusik, Dialekte, Sagen, Handwerk und Bräuche', 'Folklore, Brauchtum, alte Rezepte, Minderheitensprache, Handwerkskunst weitergeben'],
  },
  'society/museums-archives': {
    nl: ['Musea, bibliotheken en archieven: collecties, tentoonstelling, digitalisering', 'Digitaal archief, handschriften, foto’s, online collectie, reizende expositie'],
    fr: ['Musées, bibliothèques et archives : collections, exposition, numérisation', 'Archives numériques, manuscrits, photographies, collection en ligne, exposition itinérante'],
    en: ['Museums, libraries and archives: collections, exhibition, digitisation', 'Digital archive, manuscripts, photographs, online collection, travelling exhibition'],
    de: ['Museen, Bibliotheken und Archive: Sammlungen, Ausstellung, Digitalisierung', 'Digitales Archiv, Handschriften, Fotografien, Online-Sammlung, Wanderausstellung'],
  },
  'society/arts': {
    nl: ['Kunst en podiumkunsten: theater, muziek, dans, circus, kunstenaars en festivals', 'Artistieke creaties, concerten, voorstellingen, residenties, jong talent, publiek'],
    fr: ['Arts et spectacle vivant : théâtre, musique, danse, cirque, artistes et festivals', 'Créations artistiques, concerts, spectacles, résidences, jeunes talents, publics'],
    en: ['Arts and performing arts: theatre, music, dance, circus, artists and festivals', 'Artistic creation, concerts, performances, residencies, young talent, audiences'],
    de: ['Kunst und darstellende Künste: Theater, Musik, Tanz, Zirkus, Künstler und Festivals', 'Künstlerisches Schaffen, Konzerte, Aufführungen, Residenzen, junge Talente, Publikum'],
  },
  'society/creative-industries': {
    also: ['transition.innovation'],
    nl: ['Creatieve industrie: design, film, games, mode, audiovisuele sector', 'Creatieve ondernemers, ontwerpers, creatieve hub, cultuur en economie'],
    fr: ['Industries culturelles et créatives : design, cinéma, jeux vidéo, mode, audiovisuel', 'Entrepreneurs créatifs, designers, pôle créatif, culture et économie'],
    en: ['Cultural and creative industries: design, film, games, fashion, audiovisual sector', 'Creative entrepreneurs, designers, creative hub, culture and economy'],
    de: ['Kultur- und Kreativwirtschaft: Design, Film, Games, Mode, audiovisuelle Branche', 'Kreativunternehmer, Designer, Kreativzentrum, Kultur und Wirtschaft'],
  },
  'society.security': {
    nl: ['Veiligheid van burgers: criminaliteit, politie, justitie en openbare orde', 'Georganiseerde misdaad, inbraken, drugshandel, politiesamenwerking over de grens, slachtoffers'],
    fr: ['Sécurité des citoyens : criminalité, police, justice et ordre public', 'Crime organisé, cambriolages, trafic de drogue, coopération policière transfrontalière, victimes'],
    en: ['Security of citizens: crime, police, justice and public order', 'Organised crime, burglary, drug trafficking, cross-border police cooperation, victims'],
    de: ['Sicherheit der Bürger: Kriminalität, Polizei, Justiz und öffentliche Ordnung', 'Organisierte Kriminalität, Einbrüche, Drogenhandel, grenzüberschreitende Polizeiarbeit, Opfer'],
  },
  'society.security.reoffending': {
    nl: ['Re-integratie van gedetineerden en ex-gedetineerden: gevangenis, recidive, reclassering', 'Arbeid en opleiding in detentie, begeleiding na vrijlating, terugkeer in de maatschappij'],
    fr: ['Réinsertion des détenus et ex-détenus : prison, récidive, probation', 'Travail et formation en détention, accompagnement à la sortie, retour dans la société'],
    en: ['Resettlement of prisoners and ex-offenders: prison, reoffending, probation', 'Work and training in custody, support after release, return to society'],
    de: ['Resozialisierung von Inhaftierten und Ex-Häftlingen: Gefängnis, Rückfall, Bewährungshilfe', 'Arbeit und Ausbildung im Strafvollzug, Begleitung nach der Entlassung, Rückkehr in die Gesellschaft'],
  },
  'society.security/fire-rescue': {
    also: ['territory.cross-border'],
    nl: ['Brandweer en hulpdiensten: brand blussen, redden, gezamenlijke oefeningen over de grens', 'Brandweerlieden, brandweerwagens, vrijwillige korpsen, rampenbestrijding, alarmering, materieel'],
    fr: ['Pompiers et services de secours : incendie, sauvetage, exercices communs transfrontaliers', 'Sapeurs-pompiers, véhicules, corps volontaires, gestion de catastrophe, alerte, matériel'],
    en: ['Fire brigades and emergency services: firefighting, rescue, joint exercises across the border', 'Firefighters, fire engines, volunteer units, disaster response, alerting, equipment'],
    de: ['Feuerwehr und Rettungskräfte: Brandbekämpfung, Rettung, gemeinsame Übungen über die Grenze', 'Feuerwehrleute, Löschfahrzeuge, freiwillige Feuerwehren, Katastrophenschutz, Alarmierung, Ausrüstung'],
  },
  'society.security/civil-protection': {
    also: ['transition.climate'],
    nl: ['Risicobeheer en civiele bescherming: rampen, crisis, aardbeving, industriële risico’s', 'Vroegtijdige waarschuwing, noodplan, crisiscommunicatie, weerbaarheid van de bevolking, nucleair en chemisch gevaar'],
    fr: ['Gestion des risques et protection civile : catastrophes, crise, séisme, risques industriels', 'Alerte précoce, plan d’urgence, communication de crise, résilience de la population, danger nucléaire et chimique'],
    en: ['Risk management and civil protection: disasters, crisis, earthquake, industrial risks', 'Early warning, emergency plan, crisis communication, resilience of the population, nuclear and chemical hazard'],
    de: ['Risikomanagement und Zivilschutz: Katastrophen, Krise, Erdbeben, Industrierisiken', 'Frühwarnung, Notfallplan, Krisenkommunikation, Resilienz der Bevölkerung, nukleare und chemische Gefahr'],
  },
  'society.security/cyber': {
    also: ['transition.digital'],
    nl: ['Cyberveiligheid en gegevensbescherming: hackers, privacy, online fraude', 'Kmo’s en burgers beschermen tegen cyberaanvallen, veilige netwerken, encryptie'],
    fr: ['Cybersécurité et protection des données : pirates, vie privée, fraude en ligne', 'Protéger PME et citoyens contre les cyberattaques, réseaux sûrs, chiffrement'],
    en: ['Cybersecurity and data protection: hackers, privacy, online fraud', 'Protecting SMEs and citizens against cyber attacks, secure networks, encryption'],
    de: ['Cybersicherheit und Datenschutz: Hacker, Privatsphäre, Online-Betrug', 'KMU und Bürger vor Cyberangriffen schützen, sichere Netze, Verschlüsselung'],
  },
  'society.security/violence': {
    nl: ['Geweld, mensenhandel, radicalisering en extremisme voorkomen', 'Slachtofferhulp, huiselijk geweld, pesten, haatspraak, kinderen beschermen tegen misbruik'],
    fr: ['Prévenir violences, traite des êtres humains, radicalisation et extrémisme', 'Aide aux victimes, violences familiales, harcèlement, discours de haine, protéger les enfants des abus'],
    en: ['Preventing violence, human trafficking, radicalisation and extremism', 'Victim support, domestic abuse, bullying, hate speech, protecting children from abuse'],
    de: ['Gewalt, Menschenhandel, Radikalisierung und Extremismus verhindern', 'Opferhilfe, häusliche Gewalt, Mobbing, Hassrede, Kinder vor Missbrauch schützen'],
  },
  'society/media': {
    nl: ['Media en journalistiek: televisie, radio, krant, grensoverschrijdend nieuws', 'Uitzendingen, desinformatie, tweetalig nieuws, lokale omroep'],
    fr: ['Médias et journalisme : télévision, radio, presse, information transfrontalière', 'Émissions, désinformation, actualité bilingue, radio locale'],
    en: ['Media and journalism: television, radio, press, cross-border news', 'Broadcasts, disinformation, bilingual news, local radio'],
    de: ['Medien und Journalismus: Fernsehen, Radio, Presse, grenzüberschreitende Nachrichten', 'Sendungen, Desinformation, zweisprachige Nachrichten, Lokalradio'],
  },
};
