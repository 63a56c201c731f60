import { types } from 'node:util'

/**
 * Jest runs tests in a realm of its own, where what a socket throws is no `instanceof Error`: the AWS SDK then wraps it
 * and its code is lost. Outside of Jest there is one realm; this gives tests the same answer.
 */
const ordinary = Function.prototype[Symbol.hasInstance]
Object.defineProperty(Error, Symbol.hasInstance, {
  value(this: unknown, thing: unknown) {
    return (this === Error && types.isNativeError(thing)) || ordinary.call(this as never, thing)
  },
})
