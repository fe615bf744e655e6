/** ISO 3166-1 alpha-2, and XK, which the Commission uses for Kosovo. */
const COUNTRIES = new Set(
  (
    'AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ ' +
    'CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR ' +
    'GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP ' +
    'KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT ' +
    'MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW ' +
    'SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG ' +
    'UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW XK'
  ).split(' '),
);

/** The Commission and NUTS say EL and UK where ISO says GR and GB. */
const OF_COMMISSION: Readonly<Record<string, string>> = { EL: 'GR', UK: 'GB' };

/** NUTS has these under France. */
const IN_FRANCE = new Set(['BL', 'GF', 'GP', 'MF', 'MQ', 'RE', 'YT']);

/** The ISO code of a country code, or undefined when there is no such country. */
export function countryCode(text: string): string | undefined {
  const code = OF_COMMISSION[text] ?? text;
  return COUNTRIES.has(code) ? code : undefined;
}

/** Whether a NUTS code lies in a country: EL303 in GR, UKJ21 in GB, FRY10 in GP. */
export function nutsLiesIn(nuts: string, country: string): boolean {
  const state = countryCode(nuts.slice(0, 2));
  return state !== undefined && inNuts(state) === inNuts(country);
}

function inNuts(country: string): string {
  return IN_FRANCE.has(country) ? 'FR' : country;
}
