import { Module } from '@nestjs/common';
import { CallsModule } from '#libs/calls';
import { DirectoryModule } from '#libs/directory';
import { AnswersService } from './answers.service.js';
import { DemandService } from './demand.service.js';
import { ChecksResolver, FactSupplierResolver, RepairStepResolver } from './drafts/checks.resolver.js';
import { ChecksService } from './drafts/checks.service.js';
import { DraftsService } from './drafts/drafts.service.js';
import { MatchingProcessor } from './matching.processor.js';
import { MatchingRuns } from './matching-runs.service.js';
import { MatchingService } from './matching.service.js';
import { NamesService } from './names.service.js';
import { NewRules } from './new-rules.service.js';
import { SnapshotsService } from './snapshots.service.js';
import { SuggestionWords } from './suggestion-words.service.js';
import { SuggestedPartnerResolver, SuggestionsResolver } from './suggestions.resolver.js';
import { SuggestionsService } from './suggestions.service.js';
import { WhyNotResolver } from './why-not.resolver.js';
import { WhyNotService } from './why-not.service.js';

@Module({
  imports: [DirectoryModule, CallsModule],
  providers: [
    SnapshotsService,
    DraftsService,
    ChecksService,
    ChecksResolver,
    RepairStepResolver,
    FactSupplierResolver,
    AnswersService,
    DemandService,
    SuggestionsService,
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
  exports: [NewRules, SuggestionsService, AnswersService, SuggestionWords, MatchingService, MatchingProcessor],
})
export class SuggestionsModule {}
