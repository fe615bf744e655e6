import { Module } from '@nestjs/common';
import { DocumentStore } from './document-store.js';
import { DocumentsController } from './documents.controller.js';
import { DocumentsResolver, DocumentVersionResolver } from './documents.resolver.js';
import { DocumentsService } from './documents.service.js';

@Module({
  controllers: [DocumentsController],
  providers: [DocumentStore, DocumentsService, DocumentsResolver, DocumentVersionResolver],
  exports: [DocumentsService],
})
export class DocumentsModule {}
