import { Module } from '@nestjs/common';
import { AccountsModule } from '#libs/accounts';
import { CallsModule } from '#libs/calls';
import { DirectoryModule } from '#libs/directory';
import { SuggestionsModule } from '#libs/suggestions';
import { ConsortiaResolver, ConsortiumMemberResolver } from './consortia/consortia.resolver.js';
import { ConsortiaService } from './consortia/consortia.service.js';
import { ConsortiumDrafts } from './consortia/consortium-drafts.service.js';
import { MembersService } from './consortia/members.service.js';
import { ShortlistReasons } from './shortlists/shortlist-reasons.service.js';
import { ShortlistEntryResolver, ShortlistsResolver } from './shortlists/shortlists.resolver.js';
import { ShortlistsService } from './shortlists/shortlists.service.js';
import { TasksResolver } from './tasks/tasks.resolver.js';
import { Tasks } from './tasks/tasks.service.js';

const consortia = [ConsortiaService, ConsortiumDrafts, MembersService, ConsortiaResolver, ConsortiumMemberResolver];
const shortlists = [ShortlistsService, ShortlistReasons, ShortlistsResolver, ShortlistEntryResolver];

@Module({
  imports: [AccountsModule, DirectoryModule, CallsModule, SuggestionsModule],
  providers: [...consortia, ...shortlists, Tasks, TasksResolver],
})
export class PartnershipsModule {}
