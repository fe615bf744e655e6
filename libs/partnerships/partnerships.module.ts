import { Module } from '@nestjs/common';
import { AccountsModule, PEOPLE_MAIL } from '#libs/accounts';
import { CallsModule } from '#libs/calls';
import { DirectoryModule } from '#libs/directory';
import { DocumentsModule } from '#libs/documents';
import { SuggestionsModule } from '#libs/suggestions';
import { ConsortiaProcessor } from './consortia/consortia.processor.js';
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
import { EndorsementTasks } from './endorsements/endorsement-tasks.service.js';
import { ConsortiumEndorsementsResolver, EndorsementsResolver, MissingEndorsementResolver } from './endorsements/endorsements.resolver.js';
import { Endorsements } from './endorsements/endorsements.service.js';
import { IdeaReminders } from './ideas/idea-reminders.service.js';
import { IdeaScreeningResolver } from './ideas/idea-screening.resolver.js';
import { IdeaSearch } from './ideas/idea-search.service.js';
import { IdeaOfConsortiumResolver, IdeasResolver, WantedSlotResolver } from './ideas/ideas.resolver.js';
import { IdeasService } from './ideas/ideas.service.js';
import { RenewIdeaController } from './ideas/renew-idea.controller.js';
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
import { SeatHolds } from './seats/seat-holds.service.js';
import { ConsortiumSeatsResolver, SeatsResolver } from './seats/seats.resolver.js';
import { Seats } from './seats/seats.service.js';
import { ShortlistReasons } from './shortlists/shortlist-reasons.service.js';
import { ShortlistEntryResolver, ShortlistsResolver } from './shortlists/shortlists.resolver.js';
import { ShortlistsService } from './shortlists/shortlists.service.js';
import { TasksResolver } from './tasks/tasks.resolver.js';
import { Tasks } from './tasks/tasks.service.js';

const consortia = [
  ConsortiaService, ConsortiumDrafts, ConsortiumChecks, MembersService, Replacements, RuleReviews, ConsortiaProcessor, ConsortiaResolver,
  ConsortiumMemberResolver, OutlookResolver, FragileRuleResolver, MemberReplacementsResolver,
];
const members = [
  Memberships, Offers, Invitations, JoinRequests, Confirmations, Departures, Consequences, LineUp, HandOvers, InvitationLinks, HiddenInterests,
  Newcomers, News, NewsLetters, MembersResolver, HandOversResolver, InvitationLinksResolver, ConsortiumLinksResolver, HiddenInterestsResolver,
];
const seats = [Seats, SeatHolds, SeatsResolver, ConsortiumSeatsResolver];
const endorsements = [Endorsements, EndorsementTasks, EndorsementsResolver, ConsortiumEndorsementsResolver, MissingEndorsementResolver];
const ideas = [IdeasService, IdeaSearch, IdeaReminders, IdeasResolver, WantedSlotResolver, IdeaScreeningResolver, IdeaOfConsortiumResolver];
const contacts = [ContactsService, ContactSafety, ContactMails, ContactsResolver, ContactSideResolver, ContactReportsResolver];
const shortlists = [ShortlistsService, ShortlistReasons, ShortlistsResolver, ShortlistEntryResolver];

@Module({
  imports: [AccountsModule, DirectoryModule, DocumentsModule, CallsModule, SuggestionsModule, PEOPLE_MAIL],
  controllers: [RenewIdeaController],
  providers: [...consortia, ...members, ...seats, ...endorsements, ...ideas, ...contacts, ...shortlists, Tasks, TasksResolver],
  exports: [ConsortiaProcessor],
})
export class PartnershipsModule {}
