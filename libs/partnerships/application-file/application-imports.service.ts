import { Injectable } from '@nestjs/common';
import { belongsTo, isKnown, type Viewer } from '#libs/accounts';
import { CallsService } from '#libs/calls';
import { OrganisationsService } from '#libs/directory';
import { Forbidden, InvalidInput, NotFound, Unauthenticated } from '#libs/platform';
import { ConsortiaService } from '../consortia/consortia.service.js';
import type { ConsortiumRecord } from '../consortia/consortium-record.js';
import { IdeasService } from '../ideas/ideas.service.js';
import type { Application } from './application.js';
import { readApplication, type ApplicationFormat } from './application-formats.js';

/** Applications are small. */
const LARGEST = 200_000;

/** Begins consortia from files: nobody is in one but its lead; the others are invitations written down, to be sent. */
@Injectable()
export class ApplicationImports {
  constructor(
    private readonly calls: CallsService,
    private readonly organisations: OrganisationsService,
    private readonly ideas: IdeasService,
    private readonly consortia: ConsortiaService,
  ) {}

  /** @throws Unauthenticated, NotFound, Forbidden for whoever does not work for its coordinator, InvalidInput saying what is wrong */
  async read(viewer: Viewer, format: ApplicationFormat, content: Buffer): Promise<ConsortiumRecord> {
    if (!isKnown(viewer)) throw new Unauthenticated();
    if (content.length > LARGEST) throw new InvalidInput('content', `is larger than ${LARGEST / 1000} kB.`);
    const application = await readApplication(format, content);
    const callId = await this.calls.resolveCallId(application.call);
    if (callId === undefined) throw new NotFound('call', application.call);
    const { leadId, others } = await this.partners(viewer, application);
    if (!belongsTo(viewer, leadId)) throw new Forbidden('A consortium is begun by those who work for its coordinator.');
    const { title = application.consortium, ...project } = application.project ?? {};
    const idea = await this.ideas.create(viewer, leadId, { title, callId, ...project });
    const { id } = await this.consortia.create(viewer, { callId, leadId, name: application.consortium, ideaId: idea.id });
    await this.consortia.changing(viewer, id, () => undefined, (manager) =>
      manager.query(
        `INSERT INTO memberships (consortium_id, organisation_id, role, state, begun_at)
         SELECT $1, "organisationId", role, 'DRAFT', verbond_now() FROM jsonb_to_recordset($2) AS p ("organisationId" uuid, role text)
         ON CONFLICT DO NOTHING`,
        [id, JSON.stringify(others)],
      ),
    );
    return this.consortia.consortium(viewer, id);
  }

  /** Partners go by their codes here, or else by their PICs. @throws InvalidInput */
  private async partners(viewer: Viewer, { partners }: Application): Promise<{ leadId: string; others: { organisationId: string; role: string }[] }> {
    const found = await Promise.all(
      partners.map(async ({ id, pic, name, role }, i) => {
        const organisationId = (await this.organisations.resolveId(viewer, id)) ?? (pic === '' ? undefined : await this.organisations.resolveId(viewer, pic));
        if (organisationId === undefined) throw new InvalidInput(`partners[${i}]`, `${name.slice(0, 100)} is not known here: register it first.`);
        return { organisationId, role: role === 'PARTNER' ? 'CO_APPLICANT' : role };
      }),
    );
    const [lead, ...more] = found.filter(({ role }) => role === 'COORDINATOR');
    if (lead === undefined || more.length > 0) throw new InvalidInput('partners', 'have one coordinator.');
    const ids = found.map(({ organisationId }) => organisationId);
    const twice = ids.findIndex((id, i) => ids.indexOf(id) < i);
    if (twice >= 0) throw new InvalidInput(`partners[${twice}]`, 'is there twice.');
    return { leadId: lead.organisationId, others: found.filter((partner) => partner !== lead) };
  }
}
