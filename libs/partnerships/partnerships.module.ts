import { Module } from '@nestjs/common';
import { CallsModule } from '#libs/calls';
import { DirectoryModule } from '#libs/directory';
import { SuggestionsModule } from '#libs/suggestions';
import { ShortlistReasons } from './shortlist-reasons.service.js';
import { ShortlistEntryResolver, ShortlistsResolver } from './shortlists.resolver.js';
import { ShortlistsService } from './shortlists.service.js';

@Module({
  imports: [DirectoryModule, CallsModule, SuggestionsModule],
  providers: [ShortlistsService, ShortlistReasons, ShortlistsResolver, ShortlistEntryResolver],
})
export class PartnershipsModule {}
