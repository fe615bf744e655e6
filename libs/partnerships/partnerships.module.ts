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
import { ConsortiumChecks } from './consortia/consortium-checks.service.js';
import { ConsortiumDrafts } from './consortia/consortium-drafts.service.js';
import { MembersService } from './consortia/members.service.js';
import { FragileRuleResolver, MemberReplacementsResolver, OutlookResolver } from './consortia/outlook.resolver.js';
import { Replacements } from './consortia/replacements.service.js';
import { RuleReviews } from './consortia/rule-reviews.service.js';
import { ContactMails } from './contacts/contact-mails.service.js';
import { ContactReportsResolver } from './contacts/contact-reports.resolver.js';
import { ContactSafety } from './contacts/contact-safety.service.js';
import { ContactSideResolver, ContactsResolver } from './contacts/contacts.resolver.js';
import { ContactsService } from './contacts/contacts.service.js';
import { Comparisons } from './desk/comparisons.service.js';
import { Criteria } from './desk/criteria.service.js';
import { Decisions } from './desk/decisions.service.js';
import { DeskAccess } from './desk/desk-access.service.js';
import { DeskEntryResolver, DeskLeadResolver, DeskResolver } from './desk/desk.resolver.js';
import { DeskService } from './desk/desk.service.js';
import { RecommendationsController } from './desk/recommendation/recommendations.controller.js';
import { RecommendationsResolver } from './desk/recommendation/recommendations.resolver.js';
import { Recommendations } from './desk/recommendation/recommendations.service.js';
import { Scores } from './desk/scores.service.js';
import { EndorsementTasks } from './endorsements/endorsement-tasks.service.js';
import { ConsortiumEndorsementsResolver, EndorsementsResolver, MissingEndorsementResolver } from './endorsements/endorsements.resolver.js';
import { Endorsements } from './endorsements/endorsements.service.js';
import { ContentChecks } from './expressions/content-checks.service.js';
import { DeadlinePassedResolver } from './expressions/deadline-passed.resolver.js';
import { ExpressionChanges } from './expressions/expression-changes.service.js';
import { ExpressionDrafts } from './expressions/expression-drafts.service.js';
import { ExpressionFacts } from './expressions/expression-facts.service.js';
import { ExpressionLetters } from './expressions/expression-letters.service.js';
import { ExpressionLinksResolver } from './expressions/expression-links.resolver.js';
import { ExpressionLinks } from './expressions/expression-links.service.js';
import { ExpressionSubmissions } from './expressions/expression-submissions.service.js';
import { ExpressionMemberResolver, ExpressionsResolver } from './expressions/expressions.resolver.js';
import { ExpressionsService } from './expressions/expressions.service.js';
import { Gates } from './expressions/gates.service.js';
import { LateExpressions } from './expressions/late-expressions.service.js';
import { LinkedExpressions } from './expressions/linked-expressions.service.js';
import { NewExpressions } from './expressions/new-expressions.service.js';
import { NewcomerReviews } from './expressions/newcomer-reviews.service.js';
import { NextCalls } from './expressions/next-calls.service.js';
import { ProposedActionResolver, TrackActionsResolver } from './expressions/proposed-actions.resolver.js';
import { ConsortiumHistoryResolver, HistoryResolver } from './history/history.resolver.js';
import { HistoryService } from './history/history.service.js';
import { IdeaContents } from './ideas/idea-contents.service.js';
import { IdeaOverruling } from './ideas/idea-overruling.service.js';
import { IdeaReminders } from './ideas/idea-reminders.service.js';
import { IdeaScreeningResolver } from './ideas/idea-screening.resolver.js';
import { IdeaSearch } from './ideas/idea-search.service.js';
import { IdeaOfConsortiumResolver, IdeasResolver, WantedSlotResolver } from './ideas/ideas.resolver.js';
import { IdeasService } from './ideas/ideas.service.js';
import { RenewIdeaController } from './ideas/renew-idea.controller.js';
import { OpenPlaceResolver, WantedResolver } from './ideas/wanted.resolver.js';
import { WantedService } from './ideas/wanted.service.js';
import { Confirmations } from './members/confirmations.service.js';
import { Consequences } from './members/consequences.service.js';
import { Departures } from './members/departures.service.js';
import { HandOversResolver } from './members/hand-overs.resolver.js';
import { HandOvers } from './members/hand-overs.service.js';
import { HiddenInterestsResolver } from './members/hidden-interests.resolver.js';
import { HiddenInterests } from './members/hidden-interests.service.js';
import { ConsortiumLinksResolver, InvitationLinksResolver } from './members/invitation-links.resolver.js';
import { InvitationLinks } from './members/invitation-links.service.js';
import { Invitations } from './members/invitations.service.js';
import { JoinRequests } from './members/join-requests.service.js';
import { LineUp } from './members/line-up.service.js';
import { MembersResolver } from './members/members.resolver.js';
import { Memberships } from './members/memberships.service.js';
import { Offers } from './members/offers.service.js';
import { Newcomers } from './newcomers/newcomers.service.js';
import { NewsLetters } from './news/news-letters.service.js';
import { News } from './news/news.service.js';
import { ReadinessAssignments } from './readiness/assignments.service.js';
import { ConsortiumDocuments } from './readiness/consortium-documents.service.js';
import { MarkReady } from './readiness/mark-ready.service.js';
import { ReadinessReviews } from './readiness/readiness-reviews.service.js';
import { PartnershipsProcessor } from './partnerships.processor.js';
import { ReadinessItemResolver, ReadinessResolver } from './readiness/readiness.resolver.js';
import { ReadinessService } from './readiness/readiness.service.js';
import { ResultsReader } from './results/results-reader.service.js';
import { ConsortiumResultsResolver, ResultsResolver } from './results/results.resolver.js';
import { ResultsService } from './results/results.service.js';
import { SeatHolds } from './seats/seat-holds.service.js';
import { ConsortiumSeatsResolver, SeatsResolver } from './seats/seats.resolver.js';
import { Seats } from './seats/seats.service.js';
import { ShortlistReasons } from './shortlists/shortlist-reasons.service.js';
import { ShortlistEntryResolver, ShortlistsResolver } from './shortlists/shortlists.resolver.js';
import { ShortlistsService } from './shortlists/shortlists.service.js';
import { OutcomesService } from './submission/outcomes.service.js';
import { ProposalStarts } from './submission/proposal-starts.service.js';
import { SubmissionResolver } from './submission/submission.resolver.js';
import { SubmissionsService } from './submission/submissions.service.js';
import { TasksResolver } from './tasks/tasks.resolver.js';
import { Tasks } from './tasks/tasks.service.js';

const readiness = [
  ReadinessService, ReadinessAssignments, ConsortiumDocuments, MarkReady, ReadinessReviews, ReadinessResolver,
  ReadinessItemResolver,
];
const submission = [ProposalStarts, SubmissionsService, OutcomesService, SubmissionResolver];
const results = [ResultsReader, ResultsService, ResultsResolver, ConsortiumResultsResolver];
const applicationFile = [ApplicationExports, ApplicationImports, ApplicationResolver];
const history = [HistoryService, HistoryResolver, ConsortiumHistoryResolver];
const ideas = [
  IdeasService, IdeaContents, IdeaOverruling, IdeaSearch, IdeaReminders, WantedService, IdeasResolver, WantedSlotResolver, IdeaScreeningResolver, IdeaOfConsortiumResolver,
  WantedResolver, OpenPlaceResolver,
];
const desk = [
  Comparisons, Criteria, Decisions, DeskAccess, DeskEntryResolver, DeskLeadResolver, DeskResolver, DeskService,
  Recommendations, RecommendationsResolver, Scores,
];
const expressions = [
  ContentChecks, DeadlinePassedResolver, ExpressionChanges, ExpressionDrafts, ExpressionFacts, ExpressionLetters,
  ExpressionLinks, ExpressionLinksResolver, ExpressionMemberResolver, ExpressionSubmissions, ExpressionsResolver,
  ExpressionsService, Gates, LateExpressions, LinkedExpressions, NewExpressions, NewcomerReviews, NextCalls,
  ProposedActionResolver, TrackActionsResolver,
];
const consortia = [
  ConsortiaService, ConsortiumDrafts, ConsortiumChecks, MembersService, Replacements, RuleReviews, ConsortiaResolver,
  ConsortiumMemberResolver, OutlookResolver, FragileRuleResolver, MemberReplacementsResolver,
];
const members = [
  Memberships, Offers, Invitations, JoinRequests, Confirmations, Departures, Consequences, LineUp, HandOvers, InvitationLinks, HiddenInterests,
  Newcomers, News, NewsLetters, MembersResolver, HandOversResolver, InvitationLinksResolver, ConsortiumLinksResolver, HiddenInterestsResolver,
];
const seats = [Seats, SeatHolds, SeatsResolver, ConsortiumSeatsResolver];
const endorsements = [Endorsements, EndorsementTasks, EndorsementsResolver, ConsortiumEndorsementsResolver, MissingEndorsementResolver];
const contacts = [ContactsService, ContactSafety, ContactMails, ContactsResolver, ContactSideResolver, ContactReportsResolver];
const shortlists = [ShortlistsService, ShortlistReasons, ShortlistsResolver, ShortlistEntryResolver];

@Module({
  imports: [AccountsModule, DirectoryModule, DocumentsModule, CallsModule, SuggestionsModule, PEOPLE_MAIL],
  controllers: [RecommendationsController, RenewIdeaController],
  providers: [
    ...consortia, ...members, ...seats, ...endorsements, ...ideas, ...contacts, ...expressions, ...desk, ...shortlists, ...readiness, ...submission,
    ...results, ...history, ...applicationFile, Tasks, TasksResolver, PartnershipsProcessor,
  ],
  exports: [ApplicationExports, PartnershipsProcessor],
})
export class PartnershipsModule {}
