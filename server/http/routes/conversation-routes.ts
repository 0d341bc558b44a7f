import type { Attachments } from '../../services/attachments.ts';
import type { Comments } from '../../services/comments.ts';
import { FILE } from '../answer-schemas.ts';
import { ATTACHMENT, COMMENT, MENTIONABLE } from '../conversation-schemas.ts';
import type { ApiSchema, Route } from '../route.ts';
import { ID_PARAM, limitOf, PAGE_QUERY, pageOf, requestObject, TEXT } from '../schemas.ts';

interface Parts {
  readonly comments: Comments;
  readonly attachments: Attachments;
}

const FEW = 20;
const IDS: ApiSchema = { type: 'array', maxItems: FEW, items: TEXT(128) };
/** A comment says something. */
const WORDS: ApiSchema = { ...TEXT(4_000, 'Plain text, shown as text'), pattern: '\\S' };

/** What people say and add to a case outside its forms. */
export function conversationRoutes({ comments, attachments }: Parts): readonly Route[] {
  return [
    {
      method: 'get',
      path: '/api/instances/:id/comments',
      summary: 'Comments of a case, oldest first',
      access: 'session',
      params: ID_PARAM,
      query: requestObject(PAGE_QUERY, []),
      answer: { status: 200, schema: pageOf(COMMENT) },
      handle: ({ reader, params, query }) =>
        comments.list(reader, params['id'] ?? '', {
          limit: limitOf(query),
          ...(query['cursor'] === undefined ? {} : { cursor: query['cursor'] }),
        }),
    },
    {
      method: 'post',
      path: '/api/instances/:id/comments',
      summary: 'Say something of a case; whoever is mentioned is told',
      access: 'session',
      params: ID_PARAM,
      body: requestObject({ text: WORDS, mentions: IDS, files: IDS }, ['text']),
      answer: { status: 201, schema: COMMENT },
      handle: ({ reader, params, body, command }) =>
        comments.add(reader, params['id'] ?? '', {
          text: String(body['text']).trim(),
          mentions: (body['mentions'] ?? []) as readonly string[],
          files: (body['files'] ?? []) as readonly string[],
          command,
        }),
    },
    {
      method: 'get',
      path: '/api/instances/:id/mentionable',
      summary: 'Whom a comment of this case may mention: people who see it',
      access: 'session',
      params: ID_PARAM,
      answer: { status: 200, schema: pageOf(MENTIONABLE) },
      handle: ({ reader, params }) => comments.people(reader, params['id'] ?? ''),
    },
    {
      method: 'get',
      path: '/api/instances/:id/files',
      summary: 'Files that were added to a case outside its forms, oldest first',
      access: 'session',
      params: ID_PARAM,
      answer: { status: 200, schema: pageOf(ATTACHMENT) },
      handle: ({ reader, params }) => attachments.list(reader, params['id'] ?? ''),
    },
    {
      method: 'post',
      path: '/api/instances/:id/files',
      summary: 'Add a file that you uploaded to a case',
      access: 'session',
      params: ID_PARAM,
      body: requestObject(
        {
          file: requestObject(
            { id: TEXT(128), name: TEXT(200), size: { type: 'integer' }, type: TEXT(200), sha256: TEXT(64) },
            ['id'],
          ),
        },
        ['file'],
      ),
      answer: { status: 201, schema: FILE },
      handle: ({ reader, params, body }) =>
        attachments.add(reader, params['id'] ?? '', String((body['file'] as { readonly id: string }).id)),
    },
  ];
}
