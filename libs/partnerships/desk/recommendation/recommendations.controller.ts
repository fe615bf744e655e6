import { Controller, Get, Header, Inject, NotFoundException, Param, StreamableFile } from '@nestjs/common';
import { readLinkToken } from '#libs/mail';
import { CONFIG, type Config } from '#libs/platform';
import { Recommendations, type ExportFormat } from './recommendations.service.js';

const TYPES: Readonly<Record<ExportFormat, string>> = {
  PDF: 'application/pdf',
  DOCX: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  CSV: 'text/csv; charset=utf-8',
  JSON: 'application/json; charset=utf-8',
};

/** Recommendations as documents. Whoever holds a link was let through when it was made; it stops working after some minutes. */
@Controller('recommendations')
export class RecommendationsController {
  constructor(
    private readonly recommendations: Recommendations,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get(':token')
  @Header('x-content-type-options', 'nosniff')
  @Header('cache-control', 'private, no-store')
  async download(@Param('token') token: string): Promise<StreamableFile> {
    const id = readLinkToken('recommendation', token, this.config.secret);
    const found = id === undefined ? undefined : await this.recommendations.open(id);
    if (found === undefined) throw new NotFoundException('This link is old, or none of ours.');
    const { track, format, content } = found;
    const name = encodeURIComponent(`${track}.${format.toLowerCase()}`);
    return new StreamableFile(content, { type: TYPES[format], length: content.length, disposition: `attachment; filename*=UTF-8''${name}` });
  }
}
