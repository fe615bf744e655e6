import { createHash, randomBytes } from 'node:crypto';
import type { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { actsFor, isKnown, type Viewer } from '#libs/accounts';
import { Clock, CONFIG, InvalidInput, NotFound, requiredText, textProblem, Unauthenticated, type Config } from '#libs/platform';
import { linkSignature, opens, type LinkTarget } from './document-link.js';
import { DocumentStore } from './document-store.js';
import type { Document, DocumentReading, DocumentVersion, UploadLink } from './document.types.js';

export interface NewDocument {
  readonly owner: string;
  readonly title: string;
  readonly kind: string;
  readonly language?: string | null;
}

/** A version as it is handed out. */
export interface OpenedVersion extends Pick<DocumentVersion, 'format' | 'bytes'> {
  readonly title: string;
  readonly content: Readable;
}

/** As JSON has it. */
type VersionRow = Omit<DocumentVersion, 'uploadedAt'> & { readonly uploadedAt: string };
type DocumentRow = Omit<Document, 'versions'> & { readonly versions: readonly VersionRow[] };

const UPLOAD_MINUTES = 15;
const DOWNLOAD_MINUTES = 10;
const LANGUAGES = ['nl', 'fr', 'en', 'de'];
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

const SELECT_DOCUMENT = `
  SELECT d.id, d.owner_id AS "ownerId", d.title, d.kind, d.language, d.public, ARRAY(
      SELECT json_build_object('documentId', document_id, 'version', version, 'format', format, 'bytes', bytes,
        'checksum', checksum, 'uploadedAt', uploaded_at)
      FROM document_versions WHERE document_id = d.id ORDER BY version DESC) AS versions
  FROM documents d`;

/** Documents are seen by those who act for their owner, and once public by all; for everybody else they do not exist. */
@Injectable()
export class DocumentsService {
  constructor(
    private readonly database: DataSource,
    private readonly clock: Clock,
    private readonly store: DocumentStore,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** @throws NotFound */
  async document(viewer: Viewer, id: string): Promise<Document> {
    const document = (await this.visible(viewer, [id])).get(id.toLowerCase());
    if (document === undefined) throw new NotFound('documentId', id);
    return document;
  }

  /** Those among the given that the viewer may see, by their ids. @param manager a transaction to read in */
  async visible(viewer: Viewer, ids: readonly string[], manager: EntityManager = this.database.manager): Promise<Map<string, Document>> {
    const rows = await manager.query<DocumentRow[]>(`${SELECT_DOCUMENT} WHERE d.id = ANY($1::uuid[])`, [ids.filter((id) => UUID.test(id))]);
    return new Map(rows.filter((row) => row.public || actsFor(viewer, row.ownerId)).map((row) => [row.id, withDates(row)]));
  }

  /** A link that takes the first version of a new document. @throws Unauthenticated, NotFound, InvalidInput */
  async create(viewer: Viewer, { owner, title, kind, language = null }: NewDocument): Promise<UploadLink> {
    if (!isKnown(viewer)) throw new Unauthenticated();
    const ownerId = await this.ownerFor(viewer, 'ownerId', owner);
    if (language !== null && !LANGUAGES.includes(language)) throw new InvalidInput('language', `is one of ${LANGUAGES.join(', ')}.`);
    const [{ id }] = await this.database.query<[{ id: string }]>(
      'INSERT INTO documents (owner_id, title, kind, language, made_at) VALUES ($1, $2, $3, $4, $5) RETURNING id',
      [ownerId, requiredText('title', title, 500), requiredText('kind', kind, 200), language, await this.clock.now()],
    );
    return this.linkFor(viewer, await this.document(viewer, id));
  }

  /** A link that takes the next version. @throws Unauthenticated, NotFound */
  async renew(viewer: Viewer, id: string): Promise<UploadLink> {
    if (!isKnown(viewer)) throw new Unauthenticated();
    const document = await this.document(viewer, id);
    if (!actsFor(viewer, document.ownerId)) throw new NotFound('documentId', id);
    return this.linkFor(viewer, document);
  }

  /** Takes what is sent to an upload link, once. @throws NotFound when the link is used or old, InvalidInput */
  async receive(token: string, stream: Readable): Promise<DocumentVersion> {
    const [upload] = await this.deleted<{ documentId: string; personId: string | null }>(
      `DELETE FROM document_uploads WHERE token_hash = $1 AND expires_at > $2
       RETURNING document_id AS "documentId", person_id AS "personId"`,
      [hashOf(token), await this.clock.now()],
    );
    if (upload === undefined) throw new NotFound('token', '');
    const { checksum, bytes, format } = await this.store.keep(stream);
    return this.database.transaction(async (manager) => {
      await manager.query('SELECT FROM documents WHERE id = $1 FOR UPDATE', [upload.documentId]);
      const [version] = await manager.query<DocumentVersion[]>(
        `INSERT INTO document_versions (document_id, version, checksum, bytes, format, uploaded_at, uploaded_by)
         SELECT $1, coalesce(max(version), 0) + 1, $2, $3, $4, $5, $6 FROM document_versions WHERE document_id = $1
         RETURNING document_id AS "documentId", version, checksum, bytes, format, uploaded_at AS "uploadedAt"`,
        [upload.documentId, checksum, bytes, format, await this.clock.now(manager), upload.personId],
      );
      if (version === undefined) throw new Error('An uploaded version is gone at once.');
      return version;
    });
  }

  /** A link to a version that its viewer has been shown; it is good for a few minutes. */
  async urlOf({ documentId, version }: Pick<DocumentVersion, 'documentId' | 'version'>): Promise<string> {
    const expires = Math.floor((await this.clock.now()).getTime() / 1000) + DOWNLOAD_MINUTES * 60;
    const signature = linkSignature({ documentId, version, expires }, this.config.secret);
    return `${this.config.publicUrl}/documents/${documentId}/${version}?expires=${expires}&signature=${signature}`;
  }

  /** What a link opens. @throws NotFound when it is not ours, or old */
  async open(target: LinkTarget, signature: string): Promise<OpenedVersion> {
    const good = UUID.test(target.documentId) && opens(target, signature, this.config.secret, await this.clock.now());
    const [row] = good
      ? await this.database.query<DocumentRow[]>(`${SELECT_DOCUMENT} WHERE d.id = $1`, [target.documentId])
      : [];
    const version = row?.versions.find((one) => one.version === target.version);
    if (row === undefined || version === undefined) throw new NotFound('documentId', target.documentId);
    return { format: version.format, bytes: version.bytes, title: row.title, content: this.store.read(version.checksum) };
  }

  /** Makes documents readable by all. @returns those that the viewer may not publish or that have no version yet */
  async publish(manager: EntityManager, viewer: Viewer, ids: readonly string[]): Promise<string[]> {
    const documents = await this.visible(viewer, ids, manager);
    const fit = [...documents.values()].filter((one) => one.versions.length > 0 && (one.public || actsFor(viewer, one.ownerId)));
    await manager.query('UPDATE documents SET public = true WHERE id = ANY($1::uuid[]) AND NOT public', [fit.map(({ id }) => id)]);
    return ids.filter((id) => fit.every((one) => one.id !== id.toLowerCase()));
  }

  /** Notes that the viewer has read the newest version, for an organisation. @throws Unauthenticated, NotFound, InvalidInput */
  async confirmReading(viewer: Viewer, id: string, organisation: string): Promise<Document> {
    if (viewer.personId === undefined) throw new Unauthenticated();
    const document = await this.document(viewer, id);
    const organisationId = await this.ownerFor(viewer, 'organisationId', organisation);
    const [newest] = document.versions;
    if (newest === undefined) throw new InvalidInput('documentId', 'has nothing to read yet.');
    await this.database.query(
      `INSERT INTO document_readings (document_id, version, person_id, organisation_id, read_at) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT DO NOTHING`,
      [document.id, newest.version, viewer.personId, organisationId, await this.clock.now()],
    );
    return document;
  }

  /** Who has read it: all for its owner, for others what was read for organisations that they act for. */
  async readings(viewer: Viewer, { id, ownerId }: Document): Promise<DocumentReading[]> {
    const rows = await this.database.query<(DocumentReading & { organisationUuid: string })[]>(
      `SELECT r.version, o.code AS "organisationId", r.organisation_id AS "organisationUuid", r.read_at AS "readAt"
       FROM document_readings r JOIN organisations o ON o.id = r.organisation_id WHERE r.document_id = $1 ORDER BY r.read_at`,
      [id],
    );
    return rows.filter(({ organisationUuid }) => actsFor(viewer, ownerId) || actsFor(viewer, organisationUuid));
  }

  private async linkFor(viewer: Viewer, document: Document): Promise<UploadLink> {
    const token = randomBytes(32).toString('base64url');
    const now = await this.clock.now();
    const expiresAt = new Date(now.getTime() + UPLOAD_MINUTES * 60_000);
    await this.database.query('DELETE FROM document_uploads WHERE expires_at <= $1', [now]);
    await this.database.query('INSERT INTO document_uploads (token_hash, document_id, person_id, expires_at) VALUES ($1, $2, $3, $4)', [
      hashOf(token),
      document.id,
      viewer.personId ?? null,
      expiresAt,
    ]);
    return { url: `${this.config.publicUrl}/documents/uploads/${token}`, expiresAt, document };
  }

  private async ownerFor(viewer: Viewer, field: string, idOrCode: string): Promise<string> {
    const [row] = await this.database.query<{ id: string }[]>(
      `SELECT organisation_id AS id FROM organisation_codes WHERE code = $1 UNION SELECT id FROM organisations WHERE id::text = lower($1)`,
      [textProblem(idOrCode) === undefined ? idOrCode : ''],
    );
    if (row === undefined || !actsFor(viewer, row.id)) throw new NotFound(field, idOrCode);
    return row.id;
  }

  /** TypeORM answers a DELETE with its rows and their number. */
  private async deleted<T>(sql: string, parameters: readonly unknown[]): Promise<T[]> {
    const [rows] = await this.database.query<[T[], number]>(sql, [...parameters]);
    return rows;
  }
}

function withDates(row: DocumentRow): Document {
  return { ...row, versions: row.versions.map((version) => ({ ...version, uploadedAt: new Date(version.uploadedAt) })) };
}

const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest();
