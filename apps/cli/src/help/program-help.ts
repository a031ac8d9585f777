import type { Command } from '../commands/command.ts';
import type { Styles } from '../output/styles.ts';
import { columns, section } from './lines.ts';

/** Lists what the program can do. */
export function programHelp(commands: readonly Command[], styles: Styles): readonly string[] {
  return [
    'bluebridge talks to BigBlueButton servers from a terminal.',
    ...section(styles, 'Usage', ['bluebridge <command> [words] [options]']),
    ...section(styles, 'Commands', columns(commands.map(({ name, summary }) => [name, summary]))),
    ...section(
      styles,
      'Environment',
      columns([
        ['BBB_ENDPOINT', 'Endpoint, such as https://bbb.example.org/bigbluebutton/'],
        ['BBB_SECRET', 'Secret of the server. Never an option; see also --secret-file.'],
        ['BBB_DIALECT', 'Kind of server. Default bigbluebutton.'],
        ['BBB_EXTENSION_NAMES', 'Calls of the hoster, such as getPastMeetings=pastMeetings'],
        ['NO_COLOR', 'Set to anything: no colours.'],
      ]),
    ),
    ...section(
      styles,
      'Exit codes',
      columns([
        ['0', 'It worked.'],
        ['1', 'The server refused or did not answer, or something is not genuine.'],
        ['2', 'The command line cannot work as written.'],
        ['78', 'Endpoint or secret are missing or unusable.'],
        ['130', 'Ctrl-C before the work was done.'],
      ]),
    ),
    ...section(styles, 'Examples', [
      'bluebridge call getMeetings',
      'bluebridge call create --help',
      'bluebridge simulate',
    ]),
    '',
    'bluebridge <command> --help tells more about a command.',
  ];
}
