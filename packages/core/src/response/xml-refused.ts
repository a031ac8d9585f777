/** Why a reply was refused, in words for developers. Nothing of the reply is quoted. */
export class XmlRefused extends Error {}
