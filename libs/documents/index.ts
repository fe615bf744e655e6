export { Document } from './document.types.js';
export { DocumentsHttpModule, DocumentsModule } from './documents.module.js';
export { DocumentsService } from './documents.service.js';
export { DocumentStore } from './document-store.js';
