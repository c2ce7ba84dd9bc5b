/** Names that no deck may take for its command: Studyhall's own, now and soon. */
export const reservedCommands: readonly string[] = ['studyhall', 'quiz', 'tips'];
