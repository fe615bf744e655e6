import { Args, Context, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentViewer, type RequestContext, type Viewer } from '#libs/accounts';
import { DirectoryLoaders, Organisation } from '#libs/directory';
import { failureOr, PageArgs, type Connection, type FailureView } from '#libs/platform';
import { ContactReport, ContactReportConnection, ContactReportOutcome, ContactReportResult } from './contact.type.js';
import { ContactSafety, type ContactReportRecord, type ReportOutcome } from './contact-safety.service.js';

@Resolver(() => ContactReport)
export class ContactReportsResolver {
  constructor(
    private readonly safety: ContactSafety,
    private readonly directory: DirectoryLoaders,
  ) {}

  @Query(() => ContactReportConnection, { description: 'Reported requests for contact that wait for an administrator, the oldest first.' })
  contactReports(@CurrentViewer() viewer: Viewer, @Args() page: PageArgs): Promise<Connection<ContactReportRecord>> {
    return this.safety.queue(viewer, page);
  }

  @Mutation(() => ContactReportResult, { description: 'Settles a report. For administrators.' })
  handleContactReport(
    @CurrentViewer() viewer: Viewer,
    @Args('id', { type: () => ID, description: 'The report.' }) id: string,
    @Args('outcome', { type: () => ContactReportOutcome, description: 'What comes of it.' }) outcome: ReportOutcome,
  ): Promise<ContactReportRecord | FailureView> {
    return failureOr(this.safety.handle(viewer, id, outcome));
  }

  @ResolveField(() => Organisation, { nullable: true, description: 'The organisation that sent the request.' })
  from(@Parent() { fromId }: ContactReport, @Context() context: RequestContext): Promise<Organisation | null> {
    return this.directory.organisation(context, fromId);
  }

  @ResolveField(() => Organisation, { nullable: true, description: 'The organisation that reported it.' })
  to(@Parent() { toId }: ContactReport, @Context() context: RequestContext): Promise<Organisation | null> {
    return this.directory.organisation(context, toId);
  }
}
