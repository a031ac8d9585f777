import { html } from 'hono/html';

/**
 * Builds the frame of the meeting page; its script fills in who is there and what they say.
 * `handOffPath` is where it asks for a link to another device; '' on servers without one.
 */
export function meetingPage(meetingName: string, handOffPath: string) {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${meetingName}</title>
        <link rel="icon" href="/assets/icon.svg" />
        <link rel="stylesheet" href="/assets/theme.css" />
        <link rel="stylesheet" href="/assets/meeting.css" />
        <link rel="stylesheet" href="/assets/meeting-parts.css" />
        <script type="module" src="/assets/meeting.js"></script>
      </head>
      <body data-hand-off="${handOffPath}">
        <header>
          <p id="banner" class="banner" hidden></p>
          <div class="title">
            <div>
              <h1>${meetingName}</h1>
              <p class="quiet">Simulator, without audio and video</p>
            </div>
            <p class="facts">
              <span id="recording-state" class="badge" hidden>Recording</span>
              <span id="elapsed" class="quiet"></span>
            </p>
          </div>
        </header>
        <p id="connection" class="notice" role="status">Connecting…</p>
        <p id="trouble" class="notice" role="alert" hidden></p>
        <noscript><p class="notice">This page needs JavaScript.</p></noscript>
        <main id="live" hidden>${peopleSection} ${chatSection}</main>
        ${controls}
        <main id="waiting" class="alone" tabindex="-1" hidden>
          <h2>Please wait</h2>
          <p>A moderator will let you in. This page then opens by itself.</p>
          <p id="waiting-place" class="place" role="status"></p>
          <div id="waiting-message" role="status" hidden>
            <p class="quiet">The moderators say:</p>
            <p id="waiting-text" class="said"></p>
          </div>
          <p><button id="waiting-leave" type="button">Leave</button></p>
        </main>
        <main id="over" class="alone" tabindex="-1" hidden>
          <h2 id="over-title"></h2>
          <p id="over-text"></p>
          <p id="over-recording" hidden>
            It was recorded. The recording appears with your room when it has been processed.
          </p>
          <p class="row">
            <a id="over-link" class="button primary" hidden>Continue</a>
            <a id="over-again" class="button" hidden>Join again</a>
          </p>
        </main>
        <dialog id="question" aria-labelledby="question-title" aria-describedby="question-text">
          <h2 id="question-title"></h2>
          <p id="question-text"></p>
          <div class="row">
            <button id="question-no" type="button" autofocus></button>
            <button id="question-yes" type="button"></button>
          </div>
        </dialog>
        ${handOffDialog}
        <p id="announcements" class="visually-hidden" aria-live="polite"></p>
      </body>
    </html>`;
}

const door = html`<section id="door" class="door" aria-labelledby="door-heading" hidden>
  <h2 id="door-heading" tabindex="-1">Waiting to come in <span id="door-count"></span></h2>
  <ul id="door-guests"></ul>
  <div id="door-all" class="row" hidden>
    <button id="door-accept-all" type="button">Let all in</button>
    <button id="door-refuse-all" type="button" class="danger">Turn all away</button>
  </div>
</section>`;

const doorSettings = html`<details id="door-settings" class="settings" hidden>
  <summary>Guests</summary>
  <label for="door-policy">When guests come</label>
  <select id="door-policy">
    <option value="ALWAYS_ACCEPT">Let them in</option>
    <option value="ASK_MODERATOR">Ask a moderator</option>
    <option value="ALWAYS_DENY">Turn them away</option>
  </select>
  <form id="door-form" autocomplete="off">
    <label for="door-message">Tell everyone who waits</label>
    <div class="row">
      <input id="door-message" maxlength="500" />
      <button type="submit">Show</button>
    </div>
  </form>
</details>`;

const peopleSection = html`<div class="room">
  ${door}
  <section class="people" aria-labelledby="people-heading">
    <h2 id="people-heading">In the meeting <span id="people-count"></span></h2>
    <div id="people-search" hidden>
      <label for="people-filter">Find a person</label>
      <input id="people-filter" type="search" autocomplete="off" />
    </div>
    <ul id="people" tabindex="0" aria-labelledby="people-heading"></ul>
    <p id="people-none" class="quiet" hidden>Nobody has such a name.</p>
    ${doorSettings}
  </section>
  <section id="documents" class="documents" aria-labelledby="documents-heading" hidden>
    <h2 id="documents-heading">Documents</h2>
    <ul id="documents-list"></ul>
  </section>
  <p><button id="other-device" type="button" hidden>Continue on another device</button></p>
</div>`;

const chatSection = html`<section class="chat" aria-labelledby="chat-heading">
  <h2 id="chat-heading">Chat</h2>
  <div id="notes" role="note" aria-label="Welcome" tabindex="0" hidden></div>
  <div id="chat" role="log" aria-labelledby="chat-heading" tabindex="0"></div>
  <p id="chat-empty" class="quiet">No messages yet.</p>
  <button id="chat-newer" type="button" hidden>New messages</button>
  <form id="chat-form" autocomplete="off">
    <label for="chat-text">Message to everyone</label>
    <div class="row">
      <input id="chat-text" maxlength="500" required />
      <button type="submit">Send</button>
    </div>
  </form>
</section>`;

const handOffDialog = html`<dialog id="hand-off" aria-labelledby="hand-off-title">
  <h2 id="hand-off-title">Continue on another device</h2>
  <p>Open this link there. You then leave the meeting here. The link is only for you.</p>
  <label for="hand-off-link">Your link</label>
  <input id="hand-off-link" readonly />
  <div class="row actions">
    <button id="hand-off-close" type="button">Close</button>
    <button id="hand-off-copy" type="button" class="primary">Copy link</button>
  </div>
</dialog>`;

const controls = html`<footer id="controls" hidden>
  <button id="hand" type="button" aria-pressed="false">Raise hand</button>
  <button id="recording" type="button" hidden>Start recording</button>
  <button id="leave" type="button" class="primary">Leave</button>
  <button id="end" type="button" class="danger" hidden>End for everyone</button>
</footer>`;
