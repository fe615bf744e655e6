import { Module } from '@nestjs/common';
import { CallsModule } from '#libs/calls';
import { DirectoryModule } from '#libs/directory';
import { MatchingProcessor } from './matching.processor.js';
import { MatchingService } from './matching.service.js';
import { NamesService } from './names.service.js';
import { SnapshotsService } from './snapshots.service.js';
import { SuggestionWords } from './suggestion-words.service.js';
import { SuggestedPartnerResolver, SuggestionsResolver } from './suggestions.resolver.js';
import { SuggestionsService } from './suggestions.service.js';

@Module({
  imports: [DirectoryModule, CallsModule],
  providers: [
    SnapshotsService,
    SuggestionsService,
    SuggestionWords,
    NamesService,
    MatchingService,
    MatchingProcessor,
    SuggestionsResolver,
    SuggestedPartnerResolver,
  ],
  exports: [SuggestionsService, SuggestionWords, MatchingService, MatchingProcessor],
})
export class SuggestionsModule {}
