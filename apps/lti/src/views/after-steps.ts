import type { Translate } from '@bluebridge/translations';

/** Says what is left to do in a learning platform of a family once the tool is registered there. */
export function afterSteps(t: Translate, family: string): readonly string[] {
  switch (family) {
    case 'moodle':
      return [
        t('In Moodle, open Site administration, Plugins, External tool, Manage tools.'),
        t('Press Activate on the card of this tool.'),
        t('In the settings of the tool, choose that it is shown in the activity chooser.'),
      ];
    case 'canvas':
      return [
        t('In Canvas, switch the new key on under Admin, Developer Keys.'),
        t('Add the app to your account or course under Settings, Apps.'),
      ];
    case 'desire2learn':
    case 'brightspace':
      return [
        t('In Brightspace, open Manage Extensibility, LTI Advantage, and switch the tool on.'),
        t('Add a deployment for the courses that shall have rooms, and a link to it.'),
      ];
    default:
      return [
        t('Check in your learning platform that the tool is switched on.'),
        t('Add it to a course and open the room once to try it.'),
      ];
  }
}
