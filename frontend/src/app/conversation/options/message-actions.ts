import { inject, Injectable } from '@angular/core';
import type { Message } from '#shared';
import { ShortcutKeys } from '../../core/shortcut-keys';
import { Outbox } from '../../rooms/outbox/outbox';
import type { OutboxEntry } from '../../rooms/outbox/outbox-entry';
import { Compose } from '../compose/compose';
import { MessageInfo } from '../info/message-info';
import { CopyText } from './copy-text';
import { DeleteMessage } from './delete-message';
import { isKeyOf, LOOKS, type Look } from './looks';
import {
  outgoingAbilities,
  storedAbilities,
  type Actor,
  type OutgoingAbility,
  type StoredAbility,
  type Target,
} from './target';
import { Targets } from './targets';

/** Something that can be done with a message, as the menu shows it. */
export interface MessageAction extends Look {
  run(): void;
}

/** What can be done with the messages of the visited room. */
@Injectable()
export class MessageActions {
  private readonly compose = inject(Compose);
  private readonly outbox = inject(Outbox);
  private readonly info = inject(MessageInfo);
  private readonly copyText = inject(CopyText);
  private readonly deletion = inject(DeleteMessage);
  private readonly targets = inject(Targets);
  private readonly shortcuts = inject(ShortcutKeys);

  private readonly onStored: Readonly<Record<StoredAbility, (message: Message) => void>> = {
    reply: (message) => this.compose.reply(message),
    copy: ({ body }) => this.copyText.copy(body),
    info: (message) => this.info.open(message),
    edit: (message) => this.compose.change(message),
    delete: (message) => this.deletion.ask(message),
  };

  private readonly onOutgoing: Readonly<Record<OutgoingAbility, (entry: OutboxEntry) => unknown>> = {
    tryAgain: ({ clientId }) => this.outbox.tryAgain(clientId),
    copy: ({ body }) => this.copyText.copy(body),
    takeBack: ({ clientId }) => this.compose.takeBack(clientId),
    discard: ({ clientId }) => this.outbox.discard([clientId]),
    cancel: ({ clientId }) => this.outbox.cancel(clientId),
  };

  /** What the reader can do with the message of a bubble. */
  on(key: string): readonly MessageAction[] {
    const target = this.targets.find(key);
    return target ? this.of(target, this.targets.actor()) : [];
  }

  /** What a keystroke stands for with the message of a bubble, if anything. */
  byKey(key: string, event: KeyboardEvent): MessageAction | undefined {
    return this.on(key).find((each) => isKeyOf(each, event, this.shortcuts.isMac));
  }

  /** What somebody can do with a message, in the order of the menu. */
  of(target: Target, actor: Actor): readonly MessageAction[] {
    if (target.kind === 'outgoing') {
      const { entry } = target;
      return outgoingAbilities(entry).map((each) => ({ ...LOOKS[each], run: () => this.onOutgoing[each](entry) }));
    }
    const { message } = target;
    return storedAbilities(message, actor).map((each) => ({ ...LOOKS[each], run: () => this.onStored[each](message) }));
  }
}
