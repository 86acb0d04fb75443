import { PostgresApplications } from '../adapters/persistence/postgres-applications.js';

export const submitApplication = (id: string) => new PostgresApplications().add(id);
