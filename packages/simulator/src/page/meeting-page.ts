import { html } from 'hono/html';

/** Builds the frame of the meeting page; its script fills in who is there and what they say. */
export function meetingPage(meetingName: string) {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="dark" />
        <title>${meetingName}</title>
        <link rel="icon" href="/assets/icon.svg" />
        <link rel="stylesheet" href="/assets/theme.css" />
        <link rel="stylesheet" href="/assets/meeting.css" />
        <script type="module" src="/assets/meeting.js"></script>
      </head>
      <body>
        <header>
          <div>
            <h1>${meetingName}</h1>
            <p class="quiet">Simulator, without audio and video</p>
          </div>
          <p class="facts">
            <span id="recording-state" class="badge" hidden>Recording</span>
            <span id="elapsed" class="quiet"></span>
          </p>
        </header>
        <p id="connection" class="notice" role="status">Connecting…</p>
        <noscript><p class="notice">This page needs JavaScript.</p></noscript>
        <main id="live" hidden>
          <section class="people" aria-labelledby="people-heading">
            <h2 id="people-heading">In the meeting <span id="people-count"></span></h2>
            <ul id="people"></ul>
          </section>
          <section class="chat" aria-labelledby="chat-heading">
            <h2 id="chat-heading">Chat</h2>
            <div id="notes"></div>
            <div id="chat" role="log" aria-labelledby="chat-heading" tabindex="0"></div>
            <p id="chat-empty" class="quiet">No messages yet.</p>
            <form id="chat-form" autocomplete="off">
              <label for="chat-text">Message to everyone</label>
              <div class="row">
                <input id="chat-text" maxlength="500" required />
                <button type="submit">Send</button>
              </div>
            </form>
          </section>
        </main>
        <footer id="controls" hidden>
          <button id="hand" type="button" aria-pressed="false">Raise hand</button>
          <button id="recording" type="button" hidden>Start recording</button>
          <button id="leave" type="button" class="primary">Leave</button>
          <button id="end" type="button" class="danger" hidden>End for everyone</button>
        </footer>
        <main id="over" tabindex="-1" hidden>
          <h2 id="over-title"></h2>
          <p id="over-text"></p>
          <p id="over-recording" hidden>
            It was recorded. The recording appears with your room when it has been processed.
          </p>
          <p><a id="over-link" class="button primary" hidden>Continue</a></p>
        </main>
        <dialog id="end-dialog" aria-labelledby="end-title" aria-describedby="end-text">
          <h2 id="end-title">End the meeting for everyone?</h2>
          <p id="end-text">Everyone leaves, and nobody can come back to this meeting.</p>
          <div class="row">
            <button id="end-cancel" type="button" autofocus>Keep going</button>
            <button id="end-confirm" type="button" class="danger">End meeting</button>
          </div>
        </dialog>
        <p id="announcements" class="visually-hidden" aria-live="polite"></p>
      </body>
    </html>`;
}
