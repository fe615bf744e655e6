import { it } from '@jest/globals';
import { solver } from '../linear/solver.js';
import { realCall, REAL_CALLS } from '../testing/real-calls.js';
import { repairer } from './smallest-repair.js';
const T = ['MUNICIPALITY','COMPANY','UNIVERSITY','FOUNDATION','REGION','SCHOOL','RESEARCH_CENTRE','NATIONAL_AGENCY', undefined] as const;
const C = ['AT','BE','BG','HR','CY','CZ','DK','EE','FI','FR','DE','GR','HU','IE','IT','LV','LT','LU','MT','NL','PL','PT','RO','SK','SI','ES','SE','GB','NO','CH','UA','RS'];
it('speed', async () => {
  const t0 = performance.now(); const solve = await solver(); console.log('load', performance.now() - t0);
  const cands = Array.from({ length: 7000 }, (_, i) => { const type = T[(i * 7919) % T.length]; return { id: `o${i}`, facts: { codes: [`o${i}`], country: C[(i * 104729) % C.length]!, designations: [] as string[], ...(type && { type }) } }; });
  for (const id of REAL_CALLS) {
    const t1 = performance.now(); const repair = repairer(realCall(id), cands, solve); const t2 = performance.now();
    const times: number[] = []; let r: unknown;
    for (let k = 0; k < 5; k++) { const members = Array.from({ length: 15 }, (_, i) => ({ ...cands[(k * 31 + i * (k + 2)) % 60]!, roles: [i === 0 && k % 2 ? 'COORDINATOR' as const : 'CO_APPLICANT' as const], confirmed: true }));
      const t = performance.now(); r = repair({ members: k === 4 ? members.slice(0, 2) : members, project: { fields: {} } }); times.push(Math.round(performance.now() - t)); }
    console.log(id, 'prepare', Math.round(t2 - t1), 'ms', times.join(), JSON.stringify(r).slice(0, 300));
  }
});
