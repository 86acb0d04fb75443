export interface ApplicationRow {
  id: string;
}
