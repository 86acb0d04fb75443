import { createPrivateKey, type KeyObject } from 'node:crypto';
import { Controller, Get, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import {
  FindFileV1,
  FindLockerFileV1,
  FindProjectFileV1,
  type FileReference,
  type FileUploaded,
  soleParticipant,
} from '@onewindow/contracts';
import {
  type ByteSource,
  displayFileName,
  type FileStore,
  signFileReceipt,
  type StoredFile,
  UPLOAD_TYPES,
} from '@onewindow/files';
import type { GatewayConfig } from '../config.js';
import { ContractCalls } from '../contracts/contract-calls.js';
import type { HttpReply, HttpRequest } from '../http/exchange.js';
import { FewAtOnce } from '../http/few-at-once.js';
import { requireSession } from '../sign-in/visitor.js';
import { CONFIG, FILES } from '../tokens.js';
import { attachment } from './attachment.js';
import { type FilePart, receiveOneFile, type UploadRequest } from './upload-parts.js';

const RECEIVED_AT_ONCE = 16;
const UPLOADS_WAITING = 100;

/** Bytes in and out. Commands carry only the receipt of an upload, services only its hash. */
@Controller('api')
export class FilesController {
  private readonly key: KeyObject;
  private readonly uploads = new FewAtOnce(RECEIVED_AT_ONCE, UPLOADS_WAITING);

  constructor(
    @Inject(CONFIG) private readonly config: GatewayConfig,
    @Inject(FILES) private readonly store: FileStore,
    @Inject(ContractCalls) private readonly calls: ContractCalls,
  ) {
    this.key = createPrivateKey({ key: config.key, format: 'jwk' });
  }

  @Post('files')
  @HttpCode(201)
  async upload(@Req() request: UploadRequest): Promise<FileUploaded> {
    const { person } = requireSession(request.visitor);
    const file = await this.uploads.run(() =>
      receiveOneFile(request, (part, bytes) => this.keep(part, bytes)),
    );
    const receipt = await signFileReceipt(this.key, {
      ...file,
      uploader: person.id,
      ...(person.organisation !== undefined && { organisation: person.organisation }),
    });
    return { receipt, file };
  }

  /** Whoever may not see the application may not see its files: the service that holds the application is asked first. */
  @Get('applications/:applicationId/files/:hash')
  async download(@Req() request: HttpRequest, @Res() reply: HttpReply): Promise<void> {
    const { person } = requireSession(request.visitor);
    const { applicationId, hash } = request.params as Record<'applicationId' | 'hash', string>;
    const { file } = await this.calls.ask(
      FindFileV1,
      soleParticipant(this.config.topology, 'intake'),
      { applicationId, hash },
      { person, correlation: request.id },
    );
    await this.give(file, reply);
  }

  /** The own locker, and nobody else's. */
  @Get('locker/:lockerFile/content')
  async downloadFromLocker(@Req() request: HttpRequest, @Res() reply: HttpReply): Promise<void> {
    const { person } = requireSession(request.visitor);
    const { lockerFile } = request.params as Record<'lockerFile', string>;
    const { file } = await this.calls.ask(
      FindLockerFileV1,
      soleParticipant(this.config.topology, 'intake'),
      { lockerFile },
      { person, correlation: request.id },
    );
    await this.give(file, reply);
  }

  /** Contract and report of a project of the market: the market knows who has to do with it. */
  @Get('market/projects/:projectNumber/files/:hash')
  async downloadFromMarket(@Req() request: HttpRequest, @Res() reply: HttpReply): Promise<void> {
    const { person } = requireSession(request.visitor);
    const { projectNumber, hash } = request.params as Record<'projectNumber' | 'hash', string>;
    const { file } = await this.calls.ask(
      FindProjectFileV1,
      soleParticipant(this.config.topology, 'intermediary-market'),
      { projectNumber, hash },
      { person, correlation: request.id },
    );
    await this.give(file, reply);
  }

  private async give(file: FileReference, reply: HttpReply): Promise<void> {
    const { stream, size } = await this.store.open(file.hash);
    reply
      .headers({
        'content-type': file.mediaType,
        'content-length': String(size),
        'content-disposition': attachment(file.name),
        // RFC 9530: whoever saves the file can compare it with the hash that the service told.
        'repr-digest': `sha-256=:${Buffer.from(file.hash, 'hex').toString('base64')}:`,
        'content-security-policy': "sandbox; default-src 'none'; frame-ancestors 'none'",
      })
      .send(stream);
  }

  private async keep(
    { filename, mimetype }: FilePart,
    bytes: ByteSource,
  ): Promise<StoredFile & { readonly name: string }> {
    const stored = await this.store.put(bytes, {
      maxBytes: this.config.uploadLimit,
      allowed: UPLOAD_TYPES,
      name: filename,
      declared: mimetype,
    });
    return { ...stored, name: displayFileName(filename) };
  }
}
