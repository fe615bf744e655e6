import { Module } from '@nestjs/common';
import { DocumentStore } from './document-store.js';
import { DocumentsController } from './documents.controller.js';
import { DocumentsResolver, DocumentVersionResolver } from './documents.resolver.js';
import { DocumentsService } from './documents.service.js';

@Module({
  providers: [DocumentStore, DocumentsService, DocumentsResolver, DocumentVersionResolver],
  exports: [DocumentsService],
})
export class DocumentsModule {}

/** The room with its doors for bytes, for the process that serves HTTP. */
@Module({ imports: [DocumentsModule], controllers: [DocumentsController] })
export class DocumentsHttpModule {}
