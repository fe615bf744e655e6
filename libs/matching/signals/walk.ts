import { CONSORTIA, WALK } from '../model.js';
import { spread } from '../past/spread.js';
import { asShares, startAt, walk as walkFrom } from '../past/walk.js';
import { strongestProjects } from './project-evidence.js';
import { amongCandidates, type SignalReader } from './signal-reader.js';

/**
 * raw = a walk that starts half at the team and half at those who took part in projects like the call
 *
 * Reaches the partners of partners, and says something for a team without a past.
 */
export const walk: SignalReader = ({ index, alike, topic }) => {
  const kin = asShares(spread(index, alike.map((value) => value * value)));
  const worth = topic.map((value) => CONSORTIA.offTopic + value);
  return (team) => {
    const ofTeam = team.length === 0 ? 0 : WALK.ofTeam;
    const start = startAt(team, index.organisations.length).map((at, i) => ofTeam * at + (1 - ofTeam) * (kin[i] ?? 0));
    return {
      values: amongCandidates(walkFrom(index, worth, start, WALK), team),
      evidence: (organisation) => strongestProjects(index, organisation, (project) => worth[project] ?? 0),
    };
  };
};
