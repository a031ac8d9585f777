/** Hashes a server may accept. It tells them apart by the length of the checksum. */
export const hashAlgorithms = ['sha1', 'sha256', 'sha384', 'sha512'] as const;

export type HashAlgorithm = (typeof hashAlgorithms)[number];
