import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Documents by version; their bytes lie on disk under their checksum. And who has read what. */
export class Documents1700000000009 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE documents (
        id uuid PRIMARY KEY DEFAULT verbond_uuid(),
        owner_id uuid NOT NULL REFERENCES organisations ON DELETE CASCADE,
        kind text NOT NULL CHECK (length(kind) BETWEEN 1 AND 200),
        title text NOT NULL CHECK (length(title) BETWEEN 1 AND 500),
        language text CHECK (language IN ('nl', 'fr', 'en', 'de')),
        public boolean NOT NULL DEFAULT false,
        made_at timestamptz NOT NULL
      );
      CREATE INDEX documents_owner ON documents (owner_id);

      CREATE TABLE document_versions (
        document_id uuid NOT NULL REFERENCES documents ON DELETE CASCADE,
        version integer NOT NULL CHECK (version >= 1),
        checksum text NOT NULL CHECK (checksum ~ '^[0-9a-f]{64}$'),
        bytes integer NOT NULL CHECK (bytes BETWEEN 1 AND 26214400),
        format text NOT NULL CHECK (format IN ('PDF', 'DOCX', 'XLSX', 'PPTX', 'ODS')),
        uploaded_at timestamptz NOT NULL,
        uploaded_by uuid REFERENCES people ON DELETE SET NULL,
        PRIMARY KEY (document_id, version)
      );

      -- Links that take one upload; only their hash is kept.
      CREATE TABLE document_uploads (
        token_hash bytea PRIMARY KEY,
        document_id uuid NOT NULL REFERENCES documents ON DELETE CASCADE,
        person_id uuid REFERENCES people ON DELETE CASCADE,
        expires_at timestamptz NOT NULL
      );

      CREATE TABLE document_readings (
        document_id uuid NOT NULL,
        version integer NOT NULL,
        person_id uuid NOT NULL REFERENCES people ON DELETE CASCADE,
        organisation_id uuid NOT NULL REFERENCES organisations ON DELETE CASCADE,
        read_at timestamptz NOT NULL,
        PRIMARY KEY (document_id, version, person_id, organisation_id),
        FOREIGN KEY (document_id, version) REFERENCES document_versions ON DELETE CASCADE
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE document_readings, document_uploads, document_versions, documents;');
  }
}
