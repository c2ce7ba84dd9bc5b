/** What somebody may do in a place, by the platform's own rules. */
export interface Permissions {
  /** May stop and pause what others began: on Discord Manage Messages or Manage Server, on Slack an admin or owner of the workspace. */
  moderates: boolean;
  /** May settle how Studyhall behaves for the whole server: on Discord Manage Server, on Slack an admin or owner. */
  manages: boolean;
  /** Why we cannot post in this place: one sentence that says what to do. Missing where we can. */
  cannotPost?: string;
}
