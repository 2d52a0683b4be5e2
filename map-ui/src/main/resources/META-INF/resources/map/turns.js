// @ts-check
/**
 * Lets only a few fetches run at a time, what is in sight first. A browser opens six connections to one
 * server; tiles must leave some of them to the questions people wait for. Pure.
 */
export class Turns {
  /** @param {number} most at a time */
  constructor(most) {
    this.most = most;
    this.running = 0;
    /** @type {{rank: () => number, start: () => void}[]} */
    this.queue = [];
  }

  /**
   * @template T
   * @param {() => Promise<T>} act
   * @param {() => number} rank asked when a turn falls free; the smallest goes next, then the oldest
   * @returns {Promise<T>}
   */
  take(act, rank) {
    return new Promise((resolve, reject) => {
      const start = () => {
        this.running++;
        act().then(resolve, reject).finally(() => {
          this.running--;
          this.next();
        });
      };
      this.queue.push({ rank, start });
      this.next();
    });
  }

  next() {
    while (this.running < this.most && this.queue.length) {
      let best = 0;
      for (let i = 1; i < this.queue.length; i++) {
        if (this.queue[i].rank() < this.queue[best].rank()) best = i;
      }
      const [{ start }] = this.queue.splice(best, 1);
      start();
    }
  }
}
