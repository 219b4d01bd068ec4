import { Crowd, type OpenOrder, type StormOrder, type TalkOrder } from './crowd.js';

/** What the bench tells a load generator, one thing after the other; each is answered once it is done. */
export type Order =
  | { readonly do: 'open'; readonly with: OpenOrder }
  | { readonly do: 'talk'; readonly with: TalkOrder }
  | { readonly do: 'storm'; readonly with: StormOrder };

export type Answer = { readonly done: unknown } | { readonly failed: string };

const crowd = new Crowd();

function obey(order: Order): Promise<unknown> {
  switch (order.do) {
    case 'open':
      return crowd.open(order.with);
    case 'talk':
      return crowd.talk(order.with);
    case 'storm':
      return crowd.storm(order.with);
  }
}

process.on('message', (order: Order) => {
  obey(order).then(
    (done) => process.send?.({ done }),
    (error: unknown) => process.send?.({ failed: String(error) }),
  );
});
process.on('disconnect', () => process.exit(0));
