export class PostgresApplications {
  add(id: string) {
    return id;
  }
}
