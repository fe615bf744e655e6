import { Field, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { DataSource } from 'typeorm';
import { Attribution } from './attribution.type.js';

@ObjectType({ description: 'Municipalities that work together on the labour market; one of them applies for all.' })
export class LabourMarketRegion {
  @Field({ description: 'The name of the region.' })
  name: string;

  @Field({ description: 'The country it is in (ISO 3166).' })
  country: string;

  @Field({ description: 'The municipality that applies for all of the region.' })
  centreMunicipality: string;

  @Field({ description: 'How we know which municipality that is.' })
  basis: string;
}

@Resolver()
export class ReferencesResolver {
  constructor(private readonly database: DataSource) {}

  @Query(() => [LabourMarketRegion], { description: 'Labour-market regions, by country and name.' })
  labourMarketRegions(): Promise<LabourMarketRegion[]> {
    return this.database.query<LabourMarketRegion[]>(
      `SELECT name, country, centre_municipality AS "centreMunicipality", basis FROM labour_market_regions
       ORDER BY country, fold(name)`,
    );
  }

  @Query(() => [Attribution], { description: 'All sources of the data, with the sentences to show with it.' })
  attributions(): Promise<Attribution[]> {
    return this.database.query<Attribution[]>('SELECT source, text, url FROM attributions ORDER BY source');
  }
}
