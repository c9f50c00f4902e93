(function () {
  'use strict';

  var page = JSON.parse(document.getElementById('numbers').textContent);
  var overview = page.overview;
  var LIGHT = ['#3d5fc4', '#d1662f', '#2f8f6b', '#a83d6f', '#b08a1e', '#5a9bd4', '#7d5ab8', '#8b93a3'];
  var DARK = ['#8ea6ff', '#f3a35e', '#62c79f', '#f08bb8', '#e0c25c', '#8fc9f5', '#b99cf0', '#98a2b5'];
  var NARROW = 560;

  function colour(name) {
    return getComputedStyle(document.documentElement).getPropertyValue('--' + name).trim();
  }

  function isDark() {
    return window.matchMedia('(prefers-color-scheme: dark)').matches;
  }

  function counted(number) {
    return number.toLocaleString('en', {maximumFractionDigits: 0});
  }

  function tenths(number) {
    return number.toLocaleString('en', {minimumFractionDigits: 1, maximumFractionDigits: 1});
  }

  function percent(share) {
    return share === null ? '–' : tenths(100 * share) + ' %';
  }

  function time(hours) {
    return hours < 48 ? tenths(hours) + ' h' : tenths(hours / 24) + ' days';
  }

  function month(date) {
    return new Date(date).toLocaleDateString('en', {month: 'short', year: '2-digit', timeZone: 'UTC'});
  }

  function week(date) {
    return new Date(date).toLocaleDateString('en', {day: 'numeric', month: 'short', timeZone: 'UTC'});
  }

  function shortened(text, length) {
    var characters = Array.from(text);
    return characters.length <= length ? text : characters.slice(0, length - 1).join('') + '…';
  }

  /** A tooltip of plain texts: nothing of them is read as markup. */
  function tip(title, lines) {
    var box = document.createElement('div');
    var bold = document.createElement('b');
    bold.textContent = title;
    box.appendChild(bold);
    lines.forEach(function (line) {
      var row = document.createElement('div');
      row.textContent = line;
      box.appendChild(row);
    });
    return box;
  }

  function tooltip(formatter) {
    return {
      trigger: 'item',
      confine: true,
      backgroundColor: colour('sheet'),
      borderColor: colour('rule'),
      textStyle: {color: colour('ink'), fontSize: 13},
      formatter: formatter
    };
  }

  function axis(more) {
    return Object.assign({
      axisLine: {lineStyle: {color: colour('rule')}},
      axisTick: {show: false},
      axisLabel: Object.assign({color: colour('muted'), fontSize: 13}, more.axisLabel),
      splitLine: {lineStyle: {color: colour('grid')}},
      nameTextStyle: {color: colour('muted'), fontSize: 13}
    }, more, {axisLabel: Object.assign({color: colour('muted'), fontSize: 13}, more.axisLabel)});
  }

  function option(more) {
    return Object.assign({
      animation: false,
      color: isDark() ? DARK : LIGHT,
      textStyle: {fontFamily: getComputedStyle(document.body).fontFamily, color: colour('ink')}
    }, more);
  }

  function stacked(pick, written) {
    return function () {
      var time = overview.overTime;
      return option({
        grid: {left: 4, right: 8, top: 12, bottom: 84, containLabel: true},
        legend: {bottom: 0, left: 0, itemWidth: 12, itemHeight: 12, itemGap: 12, icon: 'roundRect',
          textStyle: {color: colour('muted'), fontSize: 13}},
        tooltip: tooltip(function (at) {
          return tip(at.seriesName, [month(time.months[at.dataIndex]) + ': ' + written(at.value)]);
        }),
        xAxis: axis({type: 'category', data: time.months.map(month)}),
        yAxis: axis({type: 'value', splitNumber: 4, axisLabel: {formatter: counted}}),
        series: time.causes.map(function (cause) {
          return {type: 'bar', stack: 'all', name: cause.name, data: pick(cause), barMaxWidth: 46,
            itemStyle: {borderColor: colour('sheet'), borderWidth: 1},
            emphasis: {focus: 'series'}};
        })
      });
    };
  }

  var MARKS = {
    ORDINARY: {name: 'ordinary', colour: 'plain', opacity: 0.55, size: 7},
    FLAGGED_CAUSE: {name: 'one cause flagged', colour: 'part', opacity: 0.95, size: 11},
    FLAGGED: {name: 'flagged in all', colour: 'flag', opacity: 1, size: 12}
  };

  function limit(key, type, name) {
    return {type: 'line', name: name, symbol: 'none', silent: true, z: 1,
      lineStyle: {color: colour('muted'), width: 1.2, type: type, opacity: 0.8},
      itemStyle: {color: colour('muted')},
      data: overview.funnel.limits.map(function (point) { return [point.expected, point[key]]; })};
  }

  /** The ratio up to which the plot reaches; sellers beyond it are drawn at its upper edge. */
  function reach(sellers) {
    var most = sellers.reduce(function (most, seller) { return Math.max(most, seller.ratio); }, 2.5);
    return Math.min(6, Math.ceil(most * 2) / 2);
  }

  function funnel() {
    var sellers = overview.funnel.sellers;
    var top = reach(sellers);
    var limits = overview.funnel.limits;
    return option({
      grid: {left: 4, right: 16, top: 34, bottom: 34, containLabel: true},
      legend: {top: 0, left: 0, itemWidth: 22, itemGap: 14, textStyle: {color: colour('muted'), fontSize: 13},
        data: ['ordinary', 'one cause flagged', 'flagged in all', '95 %', '99.8 %']},
      tooltip: tooltip(function (at) {
        var seller = at.data.seller;
        return seller && tip(seller.name, [
          counted(seller.observed) + ' disputed of ' + counted(seller.orders) + ' orders',
          tenths(seller.expected) + ' expected; ratio ' + seller.ratio.toFixed(2),
          MARKS[seller.standing].name]);
      }),
      xAxis: axis({type: 'log', name: 'expected disputed orders', nameLocation: 'middle', nameGap: 30,
        min: limits[0].expected, max: limits[limits.length - 1].expected, splitLine: {show: false},
        axisLabel: {formatter: function (value) { return value < 1 ? String(+value.toPrecision(1)) : counted(value); },
          showMinLabel: true, showMaxLabel: false}}),
      yAxis: axis({type: 'value', min: 0, max: top, name: 'observed / expected', nameLocation: 'end',
        nameTextStyle: {color: 'transparent'}}),
      series: [
        limit('low95', 'dashed', '95 %'), limit('high95', 'dashed', '95 %'),
        limit('low998', 'solid', '99.8 %'), limit('high998', 'solid', '99.8 %')
      ].concat(Object.keys(MARKS).map(function (standing) {
        var mark = MARKS[standing];
        return {type: 'scatter', name: mark.name, symbolSize: mark.size, z: 3,
          itemStyle: {color: colour(mark.colour), opacity: mark.opacity},
          markLine: standing === 'ORDINARY' ? {silent: true, symbol: 'none', label: {show: false},
            lineStyle: {color: colour('muted'), type: 'solid', width: 1, opacity: 0.5}, data: [{yAxis: 1}]} : undefined,
          data: sellers.filter(function (seller) { return seller.standing === standing; })
            .map(function (seller) {
              return {value: [seller.expected, Math.min(seller.ratio, top)], seller: seller,
                symbol: seller.ratio > top ? 'triangle' : 'circle'};
            })};
      }))
    });
  }

  function openReport(at) {
    if (at.data && at.data.seller) {
      window.location.href = page.folder + at.data.seller.page;
    }
  }

  function heatMap(width) {
    var by = overview.byCategory;
    var cells = [];
    by.causes.forEach(function (cause, y) {
      by.categories.forEach(function (category, x) {
        var lines = category.lines;
        cells.push({value: [x, y, lines === 0 ? 0 : 1000 * cause.disputed[x] / lines], disputed: cause.disputed[x]});
      });
    });
    var most = Math.max.apply(null, cells.map(function (cell) { return cell.value[2]; })) || 1;
    var left = width < NARROW ? 118 : 196;
    var names = by.categories.map(function (category) { return shortened(category.name, 22); });
    var longest = 8 * Math.max.apply(null, names.map(function (name) { return name.length; }));
    var room = (width - left) / names.length;
    var isRotated = longest > room;
    var isWide = room > 58;
    cells.forEach(function (cell) {
      cell.label = {color: colour(cell.value[2] > 0.55 * most ? 'cellHigh' : 'cell')};
    });
    return option({
      grid: {left: left, right: 8, top: 8, bottom: isRotated ? 24 + 0.75 * longest : 28},
      tooltip: tooltip(function (at) {
        var category = by.categories[at.value[0]];
        return tip(by.causes[at.value[1]].name + ', ' + category.name, [
          tenths(at.value[2]) + ' of 1,000 order lines',
          counted(at.data.disputed) + ' of ' + counted(category.lines)]);
      }),
      visualMap: {show: false, min: 0, max: most, inRange: {color: [colour('low'), colour('high')]}},
      xAxis: axis({type: 'category', position: 'bottom', splitLine: {show: false},
        axisLabel: {interval: 0, rotate: isRotated ? 45 : 0},
        data: names}),
      yAxis: axis({type: 'category', inverse: true, splitLine: {show: false},
        axisLabel: {width: left - 12, overflow: 'truncate'},
        data: by.causes.map(function (cause) { return cause.name; })}),
      series: [{type: 'heatmap', data: cells,
        itemStyle: {borderColor: colour('sheet'), borderWidth: 2, borderRadius: 3},
        label: {show: isWide, fontSize: 13, lineHeight: 15,
          formatter: function (at) { return at.data.disputed === 0 ? '·' : tenths(at.value[2]) + ' {count|' + counted(at.data.disputed) + '}'; },
          rich: {count: {fontSize: 11}}}}]
    });
  }

  function steps(width) {
    var all = overview.process.steps;
    var isNarrow = width < NARROW;
    return option({
      grid: {left: isNarrow ? 144 : 290, right: isNarrow ? 54 : 170, top: 4, bottom: 4},
      tooltip: tooltip(function (at) {
        var step = all[at.dataIndex];
        return tip(step.from + ' → ' + step.to, [
          percent(step.share) + ' of all time', counted(step.count) + ' times',
          'median ' + time(step.medianHours) + ', 9 of 10 within ' + time(step.p90Hours)]);
      }),
      xAxis: axis({type: 'value', show: false}),
      yAxis: axis({type: 'category', inverse: true, axisLine: {show: false},
        axisLabel: {width: isNarrow ? 130 : 276, overflow: 'break', lineHeight: 15},
        data: all.map(function (step) { return step.from + ' → ' + step.to; })}),
      series: [{type: 'bar', barMaxWidth: 20, itemStyle: {color: colour('plain'), borderRadius: 3},
        data: all.map(function (step) { return step.share === null ? 0 : 100 * step.share; }),
        label: {show: true, position: 'right', color: colour('muted'), fontSize: 13,
          formatter: function (at) {
            var step = all[at.dataIndex];
            return percent(step.share) + (isNarrow ? '' : '  median ' + time(step.medianHours));
          }}}]
    });
  }

  /** Series side by side, two of them where there is room. */
  function emerging(width) {
    var all = overview.emerging.series;
    var columns = width < NARROW || all.length === 1 ? 1 : 2;
    var rows = Math.ceil(all.length / columns);
    var more = {grid: [], xAxis: [], yAxis: [], series: [], title: []};
    all.forEach(function (one, place) {
      var left = place % columns * 100 / columns;
      var top = Math.floor(place / columns) * 190;
      more.title.push({text: shortened(one.whose, columns === 1 && width < NARROW ? 24 : 34) + ': ' + one.cause,
        left: left + '%', top: top, padding: 0, textStyle: {fontSize: 14, fontWeight: 'normal', color: colour('ink')}});
      more.grid.push({left: left + '%', width: (100 / columns - 3) + '%', top: top + 32, height: 124, containLabel: true});
      more.xAxis.push(axis({type: 'category', gridIndex: place, data: one.weeks.map(function (at) { return week(at.start); })}));
      more.yAxis.push(axis({type: 'value', gridIndex: place, splitNumber: 3, minInterval: 1}));
      more.series.push({type: 'line', xAxisIndex: place, yAxisIndex: place, name: 'disputed orders',
        lineStyle: {color: colour('plain'), width: 2}, itemStyle: {color: colour('flag')}, showAllSymbol: true, symbol: 'circle',
        data: one.weeks.map(function (at) { return {value: at.observed, symbolSize: at.hasAlarm ? 9 : 0.1}; })});
      more.series.push({type: 'line', xAxisIndex: place, yAxisIndex: place, name: 'expected', showSymbol: false,
        lineStyle: {color: colour('muted'), width: 1.5, type: 'dashed'}, itemStyle: {color: colour('muted')},
        data: one.weeks.map(function (at) { return at.expected; })});
    });
    more.tooltip = Object.assign(tooltip(function (at) {
      return tip('Week from ' + at[0].name, at.map(function (one) {
        return one.seriesName + ': ' + (one.value === undefined || one.value === null ? '–' : tenths(one.value));
      }));
    }), {trigger: 'axis'});
    return Object.assign(option(more), {height: rows * 190});
  }

  function interval(parameters, api) {
    var low = api.coord([api.value(1), api.value(0)]);
    var high = api.coord([api.value(2), api.value(0)]);
    return {type: 'line', shape: {x1: low[0], y1: low[1], x2: high[0], y2: high[1]},
      style: {stroke: api.visual('color'), lineWidth: 2}};
  }

  function fairness(width) {
    var all = overview.fairness.comparisons;
    var isNarrow = width < NARROW;
    return option({
      grid: {left: isNarrow ? 154 : 350, right: 16, top: 4, bottom: 48},
      tooltip: tooltip(function (at) {
        var one = all[at.dataIndex];
        return tip(one.group + ': ' + one.decision, [
          percent(one.share) + ' of ' + counted(one.compared) + '; like cases ' + percent(one.likeShare),
          one.low === null || one.high === null ? '' : tenths(100 * one.low) + ' to ' + tenths(100 * one.high) + ' points']);
      }),
      xAxis: axis({type: 'value', name: 'percentage points', nameLocation: 'middle', nameGap: 26}),
      yAxis: axis({type: 'category', inverse: true, axisLabel: {width: isNarrow ? 142 : 336, overflow: 'break', lineHeight: 15},
        data: all.map(function (one) { return one.group + ' – ' + one.decision; })}),
      series: [
        {type: 'custom', renderItem: interval, encode: {x: [1, 2], y: 0}, itemStyle: {color: colour('muted')},
          data: all.map(function (one, place) {
            var at = 100 * one.difference;
            return [place, one.low === null ? at : 100 * one.low, one.high === null ? at : 100 * one.high];
          })},
        {type: 'scatter', symbolSize: 10, z: 3,
          markLine: {silent: true, symbol: 'none', label: {show: false}, lineStyle: {color: colour('muted'), type: 'solid', width: 1}, data: [{xAxis: 0}]},
          data: all.map(function (one, place) {
            return {value: [100 * one.difference, place],
              itemStyle: {color: colour(one.isFlagged ? 'flag' : 'plain')}};
          })}
      ]
    });
  }

  /** What each chart draws into an element of a width, and how tall it wants to be. */
  var CHARTS = {
    'chart-emerging': {draw: emerging, height: function (width) {
      var count = overview.emerging.series.length;
      return 190 * (width < NARROW ? count : Math.ceil(count / 2));
    }},
    'chart-disputes': {draw: stacked(function (cause) { return cause.disputes; }, counted)},
    'chart-refunds': {draw: stacked(function (cause) { return cause.refunds; }, function (amount) {
      return counted(amount) + ' ' + overview.overTime.currency;
    })},
    'chart-funnel': {draw: funnel, click: openReport},
    'chart-categories': {draw: heatMap, height: function () { return 150 + 32 * overview.byCategory.causes.length; }},
    'chart-process': {draw: steps, height: function () { return 16 + 38 * overview.process.steps.length; }},
    'chart-fairness': {draw: fairness, height: function () { return 56 + 38 * overview.fairness.comparisons.length; }}
  };

  function drawAll() {
    Object.keys(CHARTS).forEach(function (id) {
      var element = document.getElementById(id);
      if (!element) {
        return;
      }
      var chart = CHARTS[id];
      if (chart.height) {
        element.style.height = chart.height(element.clientWidth) + 'px';
      }
      var drawn = echarts.getInstanceByDom(element);
      if (!drawn) {
        drawn = echarts.init(element, null, {renderer: 'svg'});
        if (chart.click) {
          drawn.on('click', chart.click);
        }
      }
      drawn.resize();
      drawn.setOption(chart.draw(element.clientWidth), true);
    });
  }

  var waiting;
  window.addEventListener('resize', function () {
    clearTimeout(waiting);
    waiting = setTimeout(drawAll, 120);
  });
  window.matchMedia('(prefers-color-scheme: dark)').addEventListener('change', drawAll);
  drawAll();
})();
