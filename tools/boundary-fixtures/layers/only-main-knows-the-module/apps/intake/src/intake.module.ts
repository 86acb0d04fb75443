export class IntakeModule {}
