import { Readable } from 'node:stream';
import { Body, Controller, Get, Header, HttpException, Param, Put, Query, StreamableFile, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { Failure, NotFound } from '#libs/platform';
import { DocumentsService } from './documents.service.js';
import { mediaTypeOf } from './formats.js';

/** As much of Fastify as this room needs. */
interface Server {
  hasContentTypeParser(type: string): boolean;
  addContentTypeParser(type: string, parser: (request: unknown, body: Readable, done: (error: null, body: Readable) => void) => void): void;
}

const BYTES = 'application/octet-stream';

/** Bytes in and out. Whoever holds a link has been let through when it was made; it stops working after some minutes. */
@Controller('documents')
export class DocumentsController implements OnModuleInit {
  constructor(
    private readonly documents: DocumentsService,
    private readonly adapter: HttpAdapterHost,
  ) {}

  /** Bytes reach the handler as they arrive: nothing holds a whole file in memory. */
  onModuleInit(): void {
    const server = this.adapter.httpAdapter.getInstance<Server>();
    if (!server.hasContentTypeParser(BYTES)) server.addContentTypeParser(BYTES, (_, body, done) => { done(null, body); });
  }

  @Put('uploads/:token')
  async upload(@Param('token') token: string, @Body() body: unknown): Promise<object> {
    if (!(body instanceof Readable)) throw new HttpException(`Send the bytes as ${BYTES}.`, 415);
    const { version, format, bytes, checksum } = await answered(this.documents.receive(token, body));
    return { version, format, bytes, checksum };
  }

  /** Never shown inline: what was uploaded is not run in our name. */
  @Get(':id/:version')
  @Header('x-content-type-options', 'nosniff')
  @Header('content-security-policy', "sandbox; default-src 'none'")
  @Header('cache-control', 'private, no-store')
  async download(
    @Param('id') documentId: string,
    @Param('version') version: string,
    @Query('expires') expires = '',
    @Query('signature') signature = '',
  ): Promise<StreamableFile> {
    const target = { documentId, version: Number(version), expires: Number(expires) };
    const { format, bytes, title, content } = await answered(this.documents.open(target, signature));
    const name = encodeURIComponent(`${title}.${format.toLowerCase()}`).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
    return new StreamableFile(content, { type: mediaTypeOf(format), length: bytes, disposition: `attachment; filename*=UTF-8''${name}` });
  }
}

/** An expected refusal as an HTTP status. */
async function answered<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    throw new HttpException(error.message, error instanceof NotFound ? 404 : 422);
  }
}
