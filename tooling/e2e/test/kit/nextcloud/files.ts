import type { Page } from 'playwright-core';

/** Stands in for what Nextcloud's own dialog for files asks for: one file, and no wishes of the person. */
export async function serveFiles(page: Page): Promise<void> {
  await page.route('**/remote.php/dav/**', (route) =>
    route.fulfill({ status: 207, contentType: 'application/xml', body: folder }),
  );
  await page.route('**/apps/files/api/v1/*', (route) => route.fulfill({ json: { data: {} } }));
}

const folder = `<?xml version="1.0"?>
<d:multistatus xmlns:d="DAV:" xmlns:oc="http://owncloud.org/ns" xmlns:nc="http://nextcloud.org/ns">
  <d:response>
    <d:href>/remote.php/dav/files/alice/</d:href>
    <d:propstat>
      <d:prop>
        <d:resourcetype><d:collection/></d:resourcetype>
        <oc:fileid>1</oc:fileid><oc:permissions>RGDNVCK</oc:permissions><oc:owner-id>alice</oc:owner-id>
        <d:getlastmodified>Mon, 02 Nov 2026 08:00:00 GMT</d:getlastmodified>
      </d:prop>
      <d:status>HTTP/1.1 200 OK</d:status>
    </d:propstat>
  </d:response>
  <d:response>
    <d:href>/remote.php/dav/files/alice/Slides.pdf</d:href>
    <d:propstat>
      <d:prop>
        <d:resourcetype/><d:getcontenttype>application/pdf</d:getcontenttype>
        <d:getcontentlength>240000</d:getcontentlength><oc:size>240000</oc:size>
        <d:displayname>Slides.pdf</d:displayname>
        <oc:fileid>2</oc:fileid><oc:permissions>RGDNVW</oc:permissions><oc:owner-id>alice</oc:owner-id>
        <d:getlastmodified>Mon, 02 Nov 2026 08:00:00 GMT</d:getlastmodified>
      </d:prop>
      <d:status>HTTP/1.1 200 OK</d:status>
    </d:propstat>
  </d:response>
</d:multistatus>`;
