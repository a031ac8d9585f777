/** Asks the tool something; tests without sockets hand requests to the tool itself. */
export type Reach = (request: Request) => Promise<Response>;
