import { Module } from '@nestjs/common';
import { AccountsModule, PEOPLE_MAIL } from '#libs/accounts';
import { CallsModule } from '#libs/calls';
import { DirectoryModule } from '#libs/directory';
import { DocumentsModule } from '#libs/documents';
import { SuggestionsModule } from '#libs/suggestions';
import { ApplicationExports } from './application-file/application-exports.service.js';
import { ApplicationImports } from './application-file/application-imports.service.js';
import { ApplicationResolver } from './application-file/application.resolver.js';
import { ConsortiaResolver, ConsortiumMemberResolver } from './consortia/consortia.resolver.js';
import { ConsortiaService } from './consortia/consortia.service.js';
import { ConsortiumDrafts } from './consortia/consortium-drafts.service.js';
import { MembersService } from './consortia/members.service.js';
import { ConsortiumHistoryResolver, HistoryResolver } from './history/history.resolver.js';
import { HistoryService } from './history/history.service.js';
import { ReadinessAssignments } from './readiness/assignments.service.js';
import { ConsortiumDocuments } from './readiness/consortium-documents.service.js';
import { MarkReady } from './readiness/mark-ready.service.js';
import { ReadinessReviews } from './readiness/readiness-reviews.service.js';
import { ReadinessProcessor } from './readiness/readiness.processor.js';
import { ReadinessItemResolver, ReadinessResolver } from './readiness/readiness.resolver.js';
import { ReadinessService } from './readiness/readiness.service.js';
import { ResultsReader } from './results/results-reader.service.js';
import { ConsortiumResultsResolver, ResultsResolver } from './results/results.resolver.js';
import { ResultsService } from './results/results.service.js';
import { ContactMails } from './contacts/contact-mails.service.js';
import { ContactReportsResolver } from './contacts/contact-reports.resolver.js';
import { ContactSafety } from './contacts/contact-safety.service.js';
import { ContactSideResolver, ContactsResolver } from './contacts/contacts.resolver.js';
import { ContactsService } from './contacts/contacts.service.js';
import { IdeaScreeningResolver } from './ideas/idea-screening.resolver.js';
import { IdeaOverruling } from './ideas/idea-overruling.service.js';
import { IdeaReminders } from './ideas/idea-reminders.service.js';
import { IdeaSearch } from './ideas/idea-search.service.js';
import { IdeaOfConsortiumResolver, IdeasResolver, WantedSlotResolver } from './ideas/ideas.resolver.js';
import { IdeasService } from './ideas/ideas.service.js';
import { RenewIdeaController } from './ideas/renew-idea.controller.js';
import { ShortlistReasons } from './shortlists/shortlist-reasons.service.js';
import { ShortlistEntryResolver, ShortlistsResolver } from './shortlists/shortlists.resolver.js';
import { ShortlistsService } from './shortlists/shortlists.service.js';
import { OutcomesService } from './submission/outcomes.service.js';
import { ProposalStarts } from './submission/proposal-starts.service.js';
import { SubmissionResolver } from './submission/submission.resolver.js';
import { SubmissionsService } from './submission/submissions.service.js';
import { TasksResolver } from './tasks/tasks.resolver.js';
import { Tasks } from './tasks/tasks.service.js';

const consortia = [ConsortiaService, ConsortiumDrafts, MembersService, ConsortiaResolver, ConsortiumMemberResolver];
const readiness = [
  ReadinessService, ReadinessAssignments, ConsortiumDocuments, MarkReady, ReadinessReviews, ReadinessProcessor, ReadinessResolver,
  ReadinessItemResolver,
];
const submission = [ProposalStarts, SubmissionsService, OutcomesService, SubmissionResolver];
const results = [ResultsReader, ResultsService, ResultsResolver, ConsortiumResultsResolver];
const applicationFile = [ApplicationExports, ApplicationImports, ApplicationResolver];
const history = [HistoryService, HistoryResolver, ConsortiumHistoryResolver];
const ideas = [IdeasService, IdeaOverruling, IdeaSearch, IdeaReminders, IdeasResolver, WantedSlotResolver, IdeaScreeningResolver, IdeaOfConsortiumResolver];
const contacts = [ContactsService, ContactSafety, ContactMails, ContactsResolver, ContactSideResolver, ContactReportsResolver];
const shortlists = [ShortlistsService, ShortlistReasons, ShortlistsResolver, ShortlistEntryResolver];

@Module({
  imports: [AccountsModule, DirectoryModule, DocumentsModule, CallsModule, SuggestionsModule, PEOPLE_MAIL],
  controllers: [RenewIdeaController],
  providers: [
    ...consortia, ...ideas, ...contacts, ...shortlists, ...readiness, ...submission, ...results, ...history, ...applicationFile, Tasks, TasksResolver,
  ],
  exports: [ApplicationExports, ReadinessProcessor],
})
export class PartnershipsModule {}
