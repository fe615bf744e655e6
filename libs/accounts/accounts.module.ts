import { Module } from '@nestjs/common';
import { AccountsResolver } from './accounts.resolver.js';
import { AuditLog } from './audit.service.js';
import { AccountsService } from './accounts.service.js';

@Module({ providers: [AccountsService, AccountsResolver, AuditLog], exports: [AccountsService, AuditLog] })
export class AccountsModule {}
