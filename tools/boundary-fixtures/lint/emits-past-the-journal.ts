import { ClientNats } from '@nestjs/microservices';

class QuietClient extends ClientNats {}

export const tell = (client: QuietClient) => client.emit('case-decided', {});
