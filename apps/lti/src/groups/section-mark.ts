/** Sections of a course are groups too; this sets their ids apart from those of groups. */
export const sectionMark = 'section:';
