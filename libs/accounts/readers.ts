import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Readers, type Reader } from '#libs/mail';
import { Person } from './person.entity.js';

/** Tells mail who people are. */
@Injectable()
export class PeopleReaders extends Readers {
  constructor(private readonly database: DataSource) {
    super();
  }

  async readerOf(personId: string): Promise<Reader | undefined> {
    return (await this.database.getRepository(Person).findOneBy({ id: personId })) ?? undefined;
  }
}
