import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { renderGraphiQL } from '@graphql-yoga/render-graphiql';
import { Controller, Get, Header } from '@nestjs/common';

/** A page to try queries on, whole in itself: it loads nothing from elsewhere. */
@Controller()
export class GraphiqlController {
  private page: Promise<Buffer> | undefined;

  @Get('graphiql')
  @Header('content-type', 'text/html; charset=utf-8')
  @Header('content-encoding', 'gzip')
  @Header('cache-control', 'private, max-age=86400')
  graphiql(): Promise<Buffer> {
    this.page ??= promisify(gzip)(renderGraphiQL({ endpoint: '/graphql', title: 'Verbond' }));
    return this.page;
  }
}
