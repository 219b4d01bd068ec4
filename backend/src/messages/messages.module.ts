import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Config } from '../config/config.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { MentionEntity } from '../rooms/log/mention.entity.js';
import { MessageEntity } from '../rooms/log/message.entity.js';
import { RoomsModule } from '../rooms/rooms.module.js';
import { BatchUnderWay } from './batch-under-way.js';
import { CatchUpController } from './catch-up.controller.js';
import { ChangesService } from './changes.service.js';
import { CommitMonitor } from './commit-monitor.js';
import { MessageLog } from './message-log.js';
import { MessageRevisionsService } from './message-revisions.service.js';
import { MessageWriter } from './message-writer.js';
import { MessagesController } from './messages.controller.js';
import { MessagesRepository } from './messages.repository.js';
import { MessagesService } from './messages.service.js';
import { PostgresMessageLog } from './postgres-message-log.js';
import { PostgresReceiptLog } from './postgres-receipt-log.js';
import { ReceiptLog } from './receipt-log.js';
import { ReceiptTeller } from './receipt-teller.js';
import { ReceiptsService } from './receipts.service.js';
import { SqliteReceiptLog } from './sqlite-receipt-log.js';
import { SqliteMessageLog } from './sqlite-message-log.js';

@Module({
  imports: [TypeOrmModule.forFeature([MentionEntity, MessageEntity]), RoomsModule],
  controllers: [MessagesController, CatchUpController],
  providers: [
    BatchUnderWay,
    ChangesService,
    CommitMonitor,
    {
      provide: MessageLog,
      inject: [Config, UnitOfWork],
      useFactory: ({ databaseUrl }: Config, unitOfWork: UnitOfWork): MessageLog =>
        databaseUrl === undefined ? new SqliteMessageLog(unitOfWork) : new PostgresMessageLog(unitOfWork),
    },
    MessageRevisionsService,
    MessageWriter,
    MessagesRepository,
    MessagesService,
    {
      provide: ReceiptLog,
      inject: [Config, UnitOfWork],
      useFactory: ({ databaseUrl }: Config, unitOfWork: UnitOfWork): ReceiptLog =>
        databaseUrl === undefined ? new SqliteReceiptLog(unitOfWork) : new PostgresReceiptLog(unitOfWork),
    },
    ReceiptTeller,
    ReceiptsService,
  ],
  exports: [BatchUnderWay, ChangesService, CommitMonitor, MessagesService, ReceiptsService, ReceiptTeller],
})
export class MessagesModule {}
