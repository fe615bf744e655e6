import { Module } from '@nestjs/common';
import { CallsModule } from '#libs/calls';
import { DirectoryModule } from '#libs/directory';
import { CONFIG, type Config } from '#libs/platform';
import { AnswersService } from './answers.service.js';
import { DemandService } from './demand.service.js';
import { ChecksResolver, FactSupplierResolver, RepairStepResolver } from './drafts/checks.resolver.js';
import { ChecksService } from './drafts/checks.service.js';
import { DraftsService } from './drafts/drafts.service.js';
import { CentreLeadResolver, LeadAlternativesResolver, LeadOfCheckResolver, MembershipsResolver } from './drafts/memberships.resolver.js';
import { MembershipsService } from './drafts/memberships.service.js';
import { OpeningsService } from './drafts/openings.service.js';
import { ScreeningResolver } from './drafts/screening.resolver.js';
import { ScreeningService } from './drafts/screening.service.js';
import { WhatIfResolver } from './drafts/what-if.resolver.js';
import { WhatIfService } from './drafts/what-if.service.js';
import { EMBEDDING_SERVICE } from './embeddings/embedding-service.js';
import { EmbeddingsProcessor } from './embeddings/embeddings.processor.js';
import { EmbeddingsService } from './embeddings/embeddings.service.js';
import { HttpEmbeddings } from './embeddings/http-embeddings.js';
import { MatchingProcessor } from './matching.processor.js';
import { MatchingRuns } from './matching-runs.service.js';
import { MatchingService } from './matching.service.js';
import { NamesService } from './names.service.js';
import { NewRules } from './new-rules.service.js';
import { ProposalRuns } from './proposals/proposal-runs.service.js';
import { ProposalSearches } from './proposals/proposal-searches.service.js';
import { ProposalsProcessor } from './proposals/proposals.processor.js';
import { ProposalsService } from './proposals/proposals.service.js';
import { ProposalsResolver, ProposedMemberResolver } from './proposals/proposals.resolver.js';
import { ReplaysService } from './proposals/replays.service.js';
import { QuestionsService } from './questions.service.js';
import { SnapshotsService } from './snapshots.service.js';
import { SuggestionViews } from './suggestion-views.service.js';
import { SuggestionWords } from './suggestion-words.service.js';
import { SuggestedPartnerResolver, SuggestionsResolver } from './suggestions.resolver.js';
import { SuggestionsService } from './suggestions.service.js';
import { WhyNotResolver } from './why-not.resolver.js';
import { WhyNotService } from './why-not.service.js';

@Module({
  imports: [DirectoryModule, CallsModule],
  providers: [
    SnapshotsService,
    { provide: EMBEDDING_SERVICE, inject: [CONFIG], useFactory: ({ embeddings }: Config) => embeddings && new HttpEmbeddings(embeddings) },
    EmbeddingsService,
    EmbeddingsProcessor,
    DraftsService,
    ProposalSearches,
    ProposalRuns,
    ProposalsService,
    ProposalsProcessor,
    ReplaysService,
    ProposalsResolver,
    ProposedMemberResolver,
    ChecksService,
    ChecksResolver,
    RepairStepResolver,
    FactSupplierResolver,
    MembershipsService,
    MembershipsResolver,
    LeadOfCheckResolver,
    LeadAlternativesResolver,
    CentreLeadResolver,
    OpeningsService,
    ScreeningService,
    ScreeningResolver,
    WhatIfService,
    WhatIfResolver,
    AnswersService,
    DemandService,
    QuestionsService,
    SuggestionsService,
    SuggestionViews,
    SuggestionWords,
    NamesService,
    NewRules,
    MatchingRuns,
    MatchingService,
    MatchingProcessor,
    WhyNotService,
    SuggestionsResolver,
    WhyNotResolver,
    SuggestedPartnerResolver,
  ],
  exports: [
    ChecksService,
    NewRules,
    OpeningsService,
    ProposalSearches,
    ProposalsService,
    ProposalsProcessor,
    ReplaysService,
    ScreeningService,
    SuggestionsService,
    AnswersService,
    SuggestionViews,
    SuggestionWords,
    MatchingService,
    MatchingProcessor,
    EmbeddingsProcessor,
  ],
})
export class SuggestionsModule {}
