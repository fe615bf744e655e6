const END_OF_DIRECTORY = 0x06054b50;
const SMALLEST_END = 22;

/**
 * A ZIP archive with one date for all its entries, in UTC: otherwise the same content has other bytes each time.
 * Fields and offsets: APPNOTE.TXT 4.3 of PKWARE, without ZIP64.
 */
export function withZipDates(archive: Buffer, at: Date): Buffer {
  const zip = Buffer.from(archive);
  let end = zip.length - SMALLEST_END;
  while (zip.readUInt32LE(end) !== END_OF_DIRECTORY) end -= 1;
  const entries = zip.readUInt16LE(end + 10);
  for (let entry = zip.readUInt32LE(end + 16), i = 0; i < entries; i += 1) {
    stamp(zip, entry + 12, at);
    stamp(zip, zip.readUInt32LE(entry + 42) + 10, at);
    entry += 46 + zip.readUInt16LE(entry + 28) + zip.readUInt16LE(entry + 30) + zip.readUInt16LE(entry + 32);
  }
  return zip;
}

/** MS-DOS time and date, two bytes each: hours, minutes and half seconds; years from 1980, months and days. */
function stamp(zip: Buffer, offset: number, at: Date): void {
  zip.writeUInt16LE((at.getUTCHours() << 11) | (at.getUTCMinutes() << 5) | (at.getUTCSeconds() >> 1), offset);
  zip.writeUInt16LE(((at.getUTCFullYear() - 1980) << 9) | ((at.getUTCMonth() + 1) << 5) | at.getUTCDate(), offset + 2);
}
